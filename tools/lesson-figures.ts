import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lessonIds } from '../src/state/learn/lesson.ts';
import { experimentOf, statementOf } from '../src/state/learn/lessons.ts';
import { runLesson } from '../tests/support/lesson-bench.ts';

const SEED = 7;
const TABLE = fileURLToPath(new URL('../src/state/learn/expected.json', import.meta.url));

const table: Record<string, unknown> = {};
for (const id of lessonIds) {
  const started = performance.now();
  const { found } = await runLesson(experimentOf(id), SEED);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const { headline, points, outcome, figures } = statementOf(found);
  console.log([`${id}, ${seconds} s: ${headline}`, ...points].join('\n  '));
  table[id] = {
    outcome,
    figures: figures.map((figure) => ({ ...figure, value: Number(figure.value.toFixed(1)) })),
  };
}
writeFileSync(TABLE, `${JSON.stringify({ seed: SEED, lessons: table }, null, 2)}\n`);
process.exit(0);
