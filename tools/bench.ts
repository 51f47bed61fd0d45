import { availableParallelism, cpus } from 'node:os';
import { attackSpeed } from './bench/attack-speed.ts';
import { browserSweep } from './bench/browser-sweep.ts';
import { checkpointTasks } from './bench/checkpoint-tasks.ts';
import { graphSpeed } from './bench/graph-speed.ts';
import { laneScaling } from './bench/lane-scaling.ts';
import type { Figure } from './bench/measure.ts';
import { pageSpeed } from './bench/page-speed.ts';
import { repairSpeed } from './bench/repair-speed.ts';
import { roadsideSpeed } from './bench/roadside-speed.ts';
import { sweepOverhead } from './bench/sweep-overhead.ts';

const benches: Readonly<Record<string, () => Promise<Figure[]>>> = {
  roadside: roadsideSpeed,
  graph: graphSpeed,
  attack: attackSpeed,
  repair: repairSpeed,
  overhead: sweepOverhead,
  lanes: laneScaling,
  browser: browserSweep,
  page: pageSpeed,
  checkpoint: checkpointTasks,
};

function isMet({ value, atLeast = -Infinity, atMost = Infinity }: Figure): boolean {
  return value >= atLeast && value <= atMost;
}

function promiseOf({ atLeast, atMost }: Figure): string {
  if (atLeast !== undefined) return `≥ ${atLeast}`;
  return atMost === undefined ? '' : `≤ ${atMost}`;
}

function row(figure: Figure): string {
  const { what, value, unit, detail } = figure;
  const promise = promiseOf(figure);
  const verdict = promise === '' ? '' : isMet(figure) ? 'met' : 'missed';
  const digits = unit === 'times' ? 2 : unit === 's' ? 1 : 0;
  const shown = `${value.toFixed(digits)} ${unit}`;
  return [what.padEnd(56), shown.padStart(14), promise.padStart(7), verdict.padEnd(7), detail]
    .join('  ')
    .trimEnd();
}

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in benches));
if (unknown !== undefined) {
  console.error(`"${unknown}" is not one of ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}`,
);
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  for (const figure of await bench()) {
    console.log(row(figure));
    if (!isMet(figure)) process.exitCode = 1;
  }
}
