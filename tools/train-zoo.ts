import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBackend } from '../src/engine/backends/start-backend.ts';
import { miniIds } from '../src/engine/models/mini-networks.ts';
import { cachedSplit } from './zoo/image-cache.ts';
import { recipes } from './zoo/recipes.ts';
import { trainModel } from './zoo/train-model.ts';

const { values } = parseArgs({
  options: {
    model: { type: 'string', multiple: true, default: [...miniIds] },
    images: { type: 'string', default: '36000' },
    validation: { type: 'string', default: '2000' },
    cache: { type: 'string', default: '.cache/zoo' },
    epochs: { type: 'string' },
  },
});

const report = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const pictures = (split: 'train' | 'validation', count: number) =>
  cachedSplit(join(values.cache, `${split}-${count}.bin`), split, count, (done) => {
    report(`rendered ${done} of ${count} ${split} pictures`);
  });

await startBackend('wasm', {});
const train = pictures('train', Number(values.images));
const validation = pictures('validation', Number(values.validation));
for (const name of values.model) {
  const id = miniIds.find((mini) => mini === name);
  if (!id) throw new Error(`there is no model "${name}"; choose from ${miniIds.join(', ')}`);
  const folder = join(values.cache, id);
  const recipe =
    values.epochs === undefined ? recipes[id] : { ...recipes[id], epochs: Number(values.epochs) };
  await trainModel({ id, recipe, train, validation, folder, report });
}
