import type {
  Examination,
  ExaminedImage,
  ExaminedPicture,
  ExamineRequest,
  PictureChange,
} from '../../protocol/examine.ts';
import type { RunningBackend } from '../backends/running-backend.ts';
import { attackImages } from './attack-images.ts';
import { attackTarget } from './attack-target.ts';
import { changePixelsOf, listChanges, withPixels } from './changed-pixels.ts';
import type { StoredImage } from './image-store.ts';
import type { InputBatch } from './input-batch.ts';
import type { ModelOfLane } from './load-model.ts';
import { softmax } from './softmax.ts';
import { targetLogits } from './target-logits.ts';
import { topClasses } from './top-classes.ts';

/** What examining needs of the lane: the very images and executions that classifying uses. */
export interface ExamineTools {
  readonly model: ModelOfLane;
  readonly backend: RunningBackend;
  readonly load: (positions: Uint32Array) => Promise<StoredImage[]>;
  /** Logits of one execution, images · classes values, possibly followed by those of padding. */
  readonly logits: (batch: InputBatch) => Promise<Float32Array>;
}

type Said = Omit<ExaminedPicture, 'bytes'>;
type AttackChange = Extract<PictureChange, { kind: 'attack' }>;

function readLogits(values: Float32Array, classes: number, images: number): Said[] {
  const predicted = new Uint16Array(images);
  topClasses(values, classes, predicted, null);
  return Array.from(predicted, (label, image) => ({
    predicted: label,
    probabilities: softmax(values.subarray(image * classes, (image + 1) * classes)),
  }));
}

async function ask({ model, logits }: ExamineTools, batch: InputBatch): Promise<Said[]> {
  return readLogits(await logits(batch), model.facts.classes, batch.images.length);
}

async function examineBatch(
  change: Extract<PictureChange, { kind: 'pixels' }> | null,
  positions: Uint32Array,
  tools: ExamineTools,
): Promise<ExaminedImage[]> {
  const { batch: execution, transform } = tools.model;
  const images = await tools.load(positions);
  const changed =
    change === null ? null : changePixelsOf(images, change.pixels, transform.geometry);
  const size = execution.padded ? execution.images : images.length;
  const before = await ask(tools, { positions, images, changed: null, size });
  const after = changed && (await ask(tools, { positions, images, changed, size }));
  return images.flatMap(({ bytes }, at) => {
    const saidBefore = before[at];
    const saidAfter = after === null ? saidBefore : after[at];
    if (saidBefore === undefined || saidAfter === undefined) return [];
    const changes = changed?.[at];
    return {
      original: { bytes: bytes.slice(), ...saidBefore },
      attacked: null,
      changed: { bytes: changes ? withPixels(bytes, changes) : bytes.slice(), ...saidAfter },
      pixels: changes ? listChanges(bytes, changes, transform.geometry.width) : [],
    };
  });
}

/** Attacks images as a run does, changes pixels of what comes of it, and asks about all three. */
async function examineAttack(
  { attack, labels, pixels }: AttackChange,
  positions: Uint32Array,
  { model, backend, load }: ExamineTools,
): Promise<ExaminedImage[]> {
  const { geometry } = model.transform;
  const images = await load(positions);
  const attacked = (await attackImages(model, backend, images, labels, attack)).images;
  const changes = changePixelsOf(attacked, pixels, geometry);
  const target = attackTarget(model, backend);
  const pictures = async (bytes: readonly Uint8Array[]): Promise<ExaminedPicture[]> => {
    const said = readLogits(await targetLogits(target, bytes), model.facts.classes, bytes.length);
    return said.map((each, at) => ({ bytes: bytes[at]?.slice() ?? new Uint8Array(), ...each }));
  };
  const before = await pictures(images.map(({ bytes }) => bytes));
  const between = await pictures(attacked.map(({ bytes }) => bytes));
  const after = await pictures(
    attacked.map(({ bytes }, at) => {
      const drawn = changes[at];
      return drawn === undefined ? bytes : withPixels(bytes, drawn);
    }),
  );
  return before.flatMap((original, at) => {
    const example = between[at];
    const changed = after[at];
    const drawn = changes[at];
    if (example === undefined || changed === undefined || drawn === undefined) return [];
    const listed = listChanges(example.bytes, drawn, geometry.width);
    return { original, attacked: example, changed, pixels: listed };
  });
}

/**
 * Shows images as the model sees them, unchanged and changed, with all class probabilities.
 * @throws LabError if an image cannot be had, a label is no class, or the draw does not fit
 */
export async function examineImages(
  { images: positions, change }: ExamineRequest,
  tools: ExamineTools,
): Promise<Examination> {
  const { batch, transform } = tools.model;
  const { height, width } = transform.geometry;
  if (change?.kind === 'attack') {
    return { height, width, images: await examineAttack(change, positions, tools) };
  }
  const images: ExaminedImage[] = [];
  for (let start = 0; start < positions.length; start += batch.images) {
    const part = positions.subarray(start, start + batch.images);
    images.push(...(await examineBatch(change, part, tools)));
  }
  return { height, width, images };
}
