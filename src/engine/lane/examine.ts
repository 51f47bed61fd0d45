import type { ChangedPixel } from '../../core/pixel-change.ts';
import type {
  Examination,
  ExaminedImage,
  ExaminedPicture,
  ExamineRequest,
} from '../../protocol/examine.ts';
import { changePixelsOf, withPixels, type ChangedPixels } from './changed-pixels.ts';
import type { StoredImage } from './image-store.ts';
import type { InputBatch } from './input-batch.ts';
import type { ModelOfLane } from './load-model.ts';
import { softmax } from './softmax.ts';
import { topClasses } from './top-classes.ts';

/** What examining needs of the lane: the very images and executions that classifying uses. */
export interface ExamineTools {
  readonly model: ModelOfLane;
  readonly load: (positions: Uint32Array) => Promise<StoredImage[]>;
  /** Logits of one execution, images · classes values, possibly followed by those of padding. */
  readonly logits: (batch: InputBatch) => Promise<Float32Array>;
}

type Said = Omit<ExaminedPicture, 'bytes'>;

function listed(original: Uint8Array, changes: ChangedPixels, width: number): ChangedPixel[] {
  const colour = (bytes: Uint8Array, pixel: number): [number, number, number] => [
    bytes[pixel * 3] ?? 0,
    bytes[pixel * 3 + 1] ?? 0,
    bytes[pixel * 3 + 2] ?? 0,
  ];
  return Array.from(changes.positions, (position, pixel) => ({
    row: Math.floor(position / width),
    column: position % width,
    before: colour(original, position),
    after: colour(changes.bytes, pixel),
  }));
}

async function ask({ model, logits }: ExamineTools, batch: InputBatch): Promise<Said[]> {
  const values = await logits(batch);
  const { classes } = model.facts;
  const predicted = new Uint16Array(batch.images.length);
  topClasses(values, classes, predicted, null);
  return Array.from(predicted, (label, image) => ({
    predicted: label,
    probabilities: softmax(values.subarray(image * classes, (image + 1) * classes)),
  }));
}

async function examineBatch(
  { change }: ExamineRequest,
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
      changed: { bytes: changes ? withPixels(bytes, changes) : bytes.slice(), ...saidAfter },
      pixels: changes ? listed(bytes, changes, transform.geometry.width) : [],
    };
  });
}

/**
 * Shows images as the model sees them, unchanged and changed, with all class probabilities.
 * @throws LabError if an image cannot be had or the draw does not fit
 */
export async function examineImages(
  request: ExamineRequest,
  tools: ExamineTools,
): Promise<Examination> {
  const { batch, transform } = tools.model;
  const { height, width } = transform.geometry;
  const images: ExaminedImage[] = [];
  for (let start = 0; start < request.images.length; start += batch.images) {
    const positions = request.images.subarray(start, start + batch.images);
    images.push(...(await examineBatch(request, positions, tools)));
  }
  return { height, width, images };
}
