import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBackend } from '../src/engine/backends/start-backend.ts';
import { miniIds } from '../src/engine/models/mini-networks.ts';
import { exportModel } from './zoo/export-model.ts';
import { cachedSplit } from './zoo/image-cache.ts';
import { recipes } from './zoo/recipes.ts';
import { trainModel } from './zoo/train-model.ts';

const TEST_IMAGES = 2000;

const usage = `Trains the bundled networks on Roadside and writes them to public/models.
An interrupted training goes on from its last epoch.

  npm run train:zoo -- [--model <id>] … [--epochs <n>] [--images <n>] [--validation <n>]
                       [--cache <folder>] [--target <folder>]`;

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', default: false },
    model: { type: 'string', multiple: true, default: [...miniIds] },
    images: { type: 'string', default: '36000' },
    validation: { type: 'string', default: '2000' },
    cache: { type: 'string', default: '.cache/zoo' },
    target: { type: 'string', default: 'public/models' },
    epochs: { type: 'string' },
  },
});

function report(line: string): void {
  process.stdout.write(`${line}\n`);
}

function whole(name: 'images' | 'validation' | 'epochs', text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new RangeError(`--${name} must be a positive integer, got "${text}"`);
}

function pictures(split: 'train' | 'validation' | 'test', count: number) {
  return cachedSplit(join(values.cache, `${split}-${count}.bin`), split, count, (done) => {
    report(`rendered ${done} of ${count} ${split} pictures`);
  });
}

async function trainZoo(): Promise<void> {
  const chosen = values.model.map((name) => {
    const id = miniIds.find((mini) => mini === name);
    if (id) return id;
    throw new RangeError(`there is no model "${name}"; choose from ${miniIds.join(', ')}`);
  });
  await startBackend('wasm', {});
  const train = pictures('train', whole('images', values.images));
  const validation = pictures('validation', whole('validation', values.validation));
  const test = pictures('test', TEST_IMAGES);
  for (const id of chosen) {
    const folder = join(values.cache, id);
    const { epochs } = values;
    const recipe =
      epochs === undefined ? recipes[id] : { ...recipes[id], epochs: whole('epochs', epochs) };
    const checkpoint = await trainModel({ id, recipe, train, validation, folder, report });
    const trainImages = train.count;
    const { target } = values;
    const card = await exportModel({
      id,
      recipe,
      checkpoint,
      trainImages,
      validation,
      test,
      target,
    });
    report(
      `${id}: ${card.test.correct} of ${card.test.images} test pictures are classified correctly`,
    );
  }
}

if (values.help) report(usage);
else await trainZoo();
