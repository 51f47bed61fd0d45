import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderSplit } from '../../../../tools/zoo/image-cache.ts';
import { recipes } from '../../../../tools/zoo/recipes.ts';
import { trainModel, type TrainingJob } from '../../../../tools/zoo/train-model.ts';
import { startWasm } from '../../../support/wasm.ts';

const root = mkdtempSync(join(tmpdir(), 'zoo-'));

beforeAll(startWasm);
afterAll(() => rmSync(root, { recursive: true }));

function jobIn(folder: string, report: TrainingJob['report']): TrainingJob {
  return {
    id: 'vgg',
    recipe: { ...recipes.vgg, batch: 12, epochs: 2 },
    train: renderSplit('train', 36),
    validation: renderSplit('validation', 12),
    folder: join(root, folder),
    report,
  };
}

describe('the training of a bundled network', () => {
  test('ends with the same weights when it was interrupted on the way', async () => {
    const lines: string[] = [];
    const whole = await trainModel(jobIn('whole', (line) => lines.push(line)));

    const interrupt = (line: string): void => {
      if (line.includes('epoch 1: validation')) throw new Error('power cut');
    };
    await expect(trainModel(jobIn('parts', interrupt))).rejects.toThrow('power cut');
    const resumed: string[] = [];
    const parts = await trainModel(jobIn('parts', (line) => resumed.push(line)));

    expect(resumed[0]).toBe('1 of 2 epochs are done');
    expect(parts.steps).toBe(6);
    expect(parts.weights).toEqual(whole.weights);
    expect(parts.memory).toEqual(whole.memory);
    expect(lines.at(-2)).toMatch(
      /^vgg epoch 2\/2, 100 %, loss \d\.\d+, accuracy .* images\/s, 0 min/,
    );
  });

  test('refuses to go on with another recipe', async () => {
    await trainModel(jobIn('other', () => {}));
    const job = jobIn('other', () => {});
    const other = { ...job, recipe: { ...job.recipe, rate: 0.2 } };
    await expect(trainModel(other)).rejects.toThrow('belongs to another recipe');
  });
});
