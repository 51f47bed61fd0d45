import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lessonIds } from '../src/state/learn/lesson.ts';
import { experimentOf, statementOf } from '../src/state/learn/lessons.ts';
import { runLesson } from '../tests/support/lesson-bench.ts';

const SEED = 7;
const TABLE = fileURLToPath(new URL('../src/state/learn/expected.json', import.meta.url));

/** Roughly what another backend, whose last digits differ, can move a figure by. */
function toleranceOf(value: number, unit: string): number {
  return unit === '%' ? 2 : Number(Math.max(1, 0.15 * value).toFixed(1));
}

const table: Record<string, unknown> = {};
for (const id of lessonIds) {
  const started = performance.now();
  const { found } = await runLesson(experimentOf(id), SEED);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const { headline, points, outcome, figures } = statementOf(found);
  console.log([`${id}, ${seconds} s: ${headline}`, ...points].join('\n  '));
  table[id] = {
    outcome,
    figures: figures.map(({ id: figure, name, value, unit }) => {
      const rounded = Number(value.toFixed(1));
      return { id: figure, name, value: rounded, unit, tolerance: toleranceOf(rounded, unit) };
    }),
  };
}
writeFileSync(TABLE, `${JSON.stringify({ seed: SEED, lessons: table }, null, 2)}\n`);
process.exit(0);
