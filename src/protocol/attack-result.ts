import { cleanSchema, manifestSchema, measuredModelSchema, measureSchema } from './result.ts';
import { pixelValueSchema } from './pixel-value.ts';
import { specSchema } from './spec.ts';
import { z } from './zod.ts';

const count = z.int().min(0);
const fraction = z.number().min(0).max(1);
const interval = z.tuple([z.number(), z.number()]);

/** How many of a number of classifications, with the 95 % interval of their share. */
const shareSchema = z.strictObject({
  count,
  /** Null where there is nothing to count. */
  share: fraction.nullable(),
  interval: interval.nullable(),
});

/** Names one attack among those of a spec. */
const attackKey = {
  model: z.string(),
  /** Byte units; null for attacks that are not bounded so. */
  epsilon: z.int().min(1).nullable(),
  /** Pixels that the attack may change; null for attacks on all of them. */
  pixels: z.int().min(1).nullable(),
};

export const attackOutcomeSchema = z.strictObject({
  ...attackKey,
  /** Images attacked, which the model classified correctly before. */
  eligible: count,
  /** Of these, those that it classified wrongly after. */
  examples: shareSchema,
  /** w / (p · r · a): w the share of examples, p changed pixels / all pixels, a = 1. */
  pi: z.number().min(0).nullable(),
  piInterval: interval.nullable(),
  /** Mean share of the pixels in which an attacked image differs: p. */
  changedShare: fraction.nullable(),
  /** Share of the gradient's values that were exactly 0. */
  zeroGradients: fraction.nullable(),
  /** Images without any gradient, which the attack cannot move. */
  withoutGradient: count,
  /** Largest |difference| of a byte over all images. */
  largestDelta: z.int().min(0).max(255),
  /** Mean number of images classified in search of an example; null for attacks by gradient. */
  queries: z.number().min(0).nullable(),
});

export const recoveryCellSchema = z.strictObject({
  ...attackKey,
  count: z.int().min(1),
  value: pixelValueSchema,
  /** Fraction of the side. */
  region: z.number().gt(0).max(1),
  /** [height, width] of the region in pixels. */
  rect: z.tuple([z.int().min(1), z.int().min(1)]),
  /** Adversarial examples whose pixels were changed, each `draws` times. */
  examples: count,
  /** Back to the true class. */
  restored: shareSchema,
  /** Still the wrong class of the example. */
  stillAdversarial: shareSchema,
  /** Wrong in another way. */
  otherWrong: shareSchema,
  /** Mean |Δ| of the changed channels, in bytes. */
  meanAbsDelta: z.number().min(0).max(255).nullable(),
});

/** What an attack found: the content of its result.json. */
export const attackResultSchema = z.strictObject({
  version: z.literal(1),
  kind: z.literal('attack'),
  measure: measureSchema.optional(),
  spec: specSchema,
  manifest: manifestSchema,
  models: z.array(measuredModelSchema),
  clean: cleanSchema,
  eligibility: z.enum(['common', 'own']),
  eligible: z.record(z.string(), count),
  /** One a model and epsilon. */
  attacks: z.array(attackOutcomeSchema),
  /** One a model, epsilon and cell of the grid. */
  cells: z.array(recoveryCellSchema),
});

export type Share = z.output<typeof shareSchema>;
export type AttackOutcome = z.output<typeof attackOutcomeSchema>;
export type RecoveryCell = z.output<typeof recoveryCellSchema>;
export type AttackResult = z.output<typeof attackResultSchema>;
