import { specSchema } from '../../../protocol/spec.ts';
import { z } from '../../../protocol/zod.ts';
import { emptyFindings } from '../../../run/attack/attack-checkpoint.ts';
import { Predictions } from '../../../run/predictions.ts';
import { sameShape } from '../../../run/same-shape.ts';
import {
  attackRecordOf,
  recordOf,
  type KeptAttackRecord,
  type KeptRecord,
} from '../kept-record.ts';

const classes = z.instanceof(Uint16Array);
const sums = z.instanceof(Float64Array);

/** What a run had used. */
export const ranSchema = z.strictObject({
  start: z.iso.datetime(),
  seconds: z.number().min(0),
  backends: z.array(z.string().max(100)).max(1000),
  lanes: z.int().min(0),
});

const imagesSchema = z.strictObject({
  labels: classes,
  classNames: z.array(z.string().max(1000)).max(65_536),
  hash: z.string().max(200),
  refs: z.discriminatedUnion('source', [
    z.strictObject({ source: z.literal('roadside'), indices: z.instanceof(Uint32Array) }),
    z.strictObject({
      source: z.literal('files'),
      names: z.array(z.string().max(4096)),
      hashes: z.array(z.string().max(64)),
    }),
  ]),
});

const recordFields = {
  spec: specSchema,
  images: imagesSchema,
  models: z.array(
    z.strictObject({
      loaded: z.strictObject({
        id: z.string().max(200),
        inputSize: z.tuple([z.int().min(1), z.int().min(1), z.literal(3)]),
        classes: z.int().min(1).max(65_535),
        parameters: z.number().min(0),
        multiplyAdds: z.number().min(0),
      }),
      hash: z.string().max(200),
    }),
  ),
  predictions: z.strictObject({
    draws: z.int().min(1),
    clean: z.array(classes),
    changed: z.array(z.array(classes)),
    absDelta: z.array(z.array(sums)),
  }),
  ran: ranSchema,
};

const detailSchema = z.strictObject({
  changed: z.array(classes),
  absDelta: z.array(sums),
  zeroGradients: z.instanceof(Uint32Array),
  changedPixels: z.instanceof(Uint32Array),
  largestDelta: z.instanceof(Uint8Array),
  queries: z.instanceof(Uint32Array),
});

function imageCount({ refs }: KeptRecord['images']): number {
  return refs.source === 'roadside' ? refs.indices.length : refs.names.length;
}

function hasImages({ images }: KeptRecord): boolean {
  const count = images.labels.length;
  const { refs } = images;
  return (
    imageCount(images) === count && (refs.source === 'roadside' || refs.hashes.length === count)
  );
}

/** Whether there is one prediction for all that the spec asks for. */
function fits(kept: KeptRecord): boolean {
  try {
    if (!hasImages(kept)) return false;
    return sameShape(kept.predictions, Predictions.empty(recordOf(kept).plan).data);
  } catch {
    return false;
  }
}

function attackFits(kept: KeptAttackRecord): boolean {
  try {
    if (!hasImages(kept)) return false;
    const empty = emptyFindings(attackRecordOf(kept).plan);
    return (
      sameShape(kept.predictions, empty.predictions.data) && sameShape(kept.details, empty.details)
    );
  } catch {
    return false;
  }
}

const misfit = 'its classifications do not fit its experiment';

export const recordSchema = z.strictObject(recordFields).refine(fits, misfit);

export const attackRecordSchema = z
  .strictObject({ ...recordFields, details: z.array(z.array(detailSchema)) })
  .refine(attackFits, misfit);
