import { expect, test } from 'vitest';
import { startRepair } from '../../src/run/repair/repair.ts';
import { openBrowserLane } from '../../src/workers/open-browser-lane.ts';
import { tinyRepair } from '../support/lanes/tiny-repair.ts';

test('a repair in browser workers trains, judges and keeps its models', async () => {
  const settings = { counts: [4], layers: 'all', epochs: 3 };
  const run = startRepair(tinyRepair(openBrowserLane, settings));
  const { phase, error, result, models } = await run.done;
  expect({ phase, error }).toEqual({ phase: 'done', error: null });
  const losses = result?.repaired[0]?.epochs.map(({ loss }) => loss) ?? [];
  expect(losses.at(-1)).toBeLessThan(losses[0] ?? 0);
  expect(result?.heldOut?.cells).toHaveLength(4);
  expect(result?.attacks).toHaveLength(6);
  expect(models[0]?.files.data.weights.byteLength).toBeGreaterThan(1000);
});
