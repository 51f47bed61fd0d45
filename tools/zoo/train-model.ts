import { initialise } from '../../src/engine/models/initialise.ts';
import { miniNetworks, type MiniId } from '../../src/engine/models/mini-networks.ts';
import { countCorrect } from '../../src/engine/training/count-correct.ts';
import { cosineRate } from '../../src/engine/training/learning-rate.ts';
import type { Optimiser } from '../../src/engine/training/optimiser.ts';
import { shuffledIndices } from '../../src/engine/training/shuffle.ts';
import { readTensors } from '../../src/engine/training/tensor-transfer.ts';
import { trainEpoch, type EpochProgress } from '../../src/engine/training/train-epoch.ts';
import type { Trainer } from '../../src/engine/training/trainer.ts';
import type { Augmentation } from './augment.ts';
import { batchesOf, loadBatch } from './batches.ts';
import { readCheckpoint, writeCheckpoint, type Checkpoint } from './checkpoint.ts';
import type { ImageSet } from './image-cache.ts';
import { makeTrainer } from './make-trainer.ts';
import type { Recipe } from './recipes.ts';

const augmentation: Augmentation = {
  share: 0.5,
  shift: 2,
  zoom: 0.06,
  tilt: 0.05,
  light: 0.1,
  contrast: 0.1,
};

export interface TrainingJob {
  readonly id: MiniId;
  readonly recipe: Recipe;
  readonly train: ImageSet;
  readonly validation: ImageSet;
  /** Where the checkpoint lies. */
  readonly folder: string;
  /** Receives one line for people. */
  readonly report: (line: string) => void;
}

function progressLine(
  { id, recipe, train }: TrainingJob,
  epoch: number,
  { images, loss, correct }: EpochProgress,
  seconds: number,
): string {
  const speed = images / seconds;
  const left = (train.count * (recipe.epochs - epoch) - images) / speed;
  return [
    `${id} epoch ${epoch + 1}/${recipe.epochs}`,
    `${Math.round((100 * images) / train.count)} %`,
    `loss ${loss.toFixed(4)}`,
    `accuracy ${((100 * correct) / images).toFixed(2)} %`,
    `${speed.toFixed(0)} images/s`,
    `${Math.ceil(left / 60)} min left`,
  ].join(', ');
}

async function save(
  { recipe, folder }: TrainingJob,
  { trainer, optimiser }: { trainer: Trainer; optimiser: Optimiser },
  epoch: number,
  seconds: number,
): Promise<Checkpoint> {
  const { weights } = await trainer.snapshot();
  const memory = await readTensors(optimiser.memory());
  const text = JSON.stringify(recipe);
  const checkpoint = { epoch, steps: trainer.steps, seconds, recipe: text, weights, memory };
  writeCheckpoint(folder, checkpoint);
  return checkpoint;
}

function resume({ recipe, folder, report }: TrainingJob): Checkpoint | null {
  const stored = readCheckpoint(folder);
  if (stored === null) return null;
  if (stored.recipe !== JSON.stringify(recipe)) {
    throw new Error(`${folder} belongs to another recipe; remove it to start anew`);
  }
  report(`${stored.epoch} of ${recipe.epochs} epochs are done`);
  return stored;
}

/** Trains one bundled network to the end of its recipe, from its last checkpoint where there is one. */
export async function trainModel(job: TrainingJob): Promise<Checkpoint> {
  const { id, recipe, train, validation, report } = job;
  const { seed, batch, epochs } = recipe;
  let checkpoint = resume(job);
  const made = makeTrainer(initialise(miniNetworks[id](), seed), recipe, checkpoint);
  const { trainer } = made;
  const stepsPerEpoch = Math.ceil(train.count / batch);
  const schedule = {
    peak: recipe.rate,
    warmUp: recipe.warmUpEpochs * stepsPerEpoch,
    steps: epochs * stepsPerEpoch,
  };
  for (let epoch = checkpoint?.epoch ?? 0; epoch < epochs; epoch += 1) {
    const start = performance.now();
    const elapsed = (): number => (performance.now() - start) / 1000;
    await trainEpoch(trainer, {
      order: shuffledIndices(train.count, seed, epoch),
      batch,
      load: (images) => loadBatch(train, images, { options: augmentation, seed, epoch }),
      rate: (step) => cosineRate(schedule, epoch * stepsPerEpoch + step),
      onStep: (progress) => {
        const step = Math.ceil(progress.images / batch);
        if (step % 50 === 0 || progress.images === train.count) {
          report(progressLine(job, epoch, progress, elapsed()));
        }
      },
    });
    checkpoint = await save(job, made, epoch + 1, (checkpoint?.seconds ?? 0) + elapsed());
    const correct = await countCorrect(trainer, batchesOf(validation, 100));
    report(`${id} epoch ${epoch + 1}: validation ${correct} of ${validation.count}`);
  }
  trainer.dispose();
  if (checkpoint === null) throw new Error(`the recipe of ${id} has no epochs`);
  return checkpoint;
}
