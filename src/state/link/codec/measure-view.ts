import {
  pixelCountSchema,
  pixelValueSchema,
  regionSideSchema,
} from '../../../protocol/pixel-value.ts';
import { z } from '../../../protocol/zod.ts';

const cell = {
  model: z.string(),
  count: pixelCountSchema,
  value: pixelValueSchema,
  region: regionSideSchema,
};

const outcome = z.enum(['restored', 'stillAdversarial', 'otherWrong']);
const epsilon = z.int().min(1).max(127).nullable();

/** What is looked at in Measure: which curves, and which cell's pictures. */
export const measureViewSchema = z.strictObject({
  activeCount: pixelCountSchema,
  measure: z.enum(['accuracy', 'wrong', 'pi']),
  table: z.enum(['accuracy', 'wrong', 'pi', 'delta']),
  scale: z.enum(['close', 'full']),
  linesBy: z.enum(['value', 'region']),
  held: z.strictObject({ value: pixelValueSchema.nullable(), region: regionSideSchema.nullable() }),
  pinned: z.strictObject(cell).nullable(),
  attack: z.strictObject({
    view: z.union([z.literal('outcomes'), outcome]),
    epsilon,
    measure: z.enum(['success', 'pi']),
    table: z.enum(['success', 'pi', 'zeros']),
    recovery: outcome,
    pinned: z.strictObject({ ...cell, epsilon, outcome }).nullable(),
  }),
  gallery: z.strictObject({
    show: z.enum(['wrong', 'all']),
    draw: z.int().min(0).max(999).nullable(),
    start: z.int().min(0),
    opened: z.int().min(0).nullable(),
    rings: z.boolean(),
  }),
});

export type MeasureView = z.output<typeof measureViewSchema>;

/** The view of an address that says nothing of it. */
export const usualView: MeasureView = {
  activeCount: 8,
  measure: 'accuracy',
  table: 'accuracy',
  scale: 'close',
  linesBy: 'value',
  held: { value: null, region: null },
  pinned: null,
  attack: {
    view: 'outcomes',
    epsilon: null,
    measure: 'success',
    table: 'success',
    recovery: 'restored',
    pinned: null,
  },
  gallery: { show: 'wrong', draw: null, start: 0, opened: null, rings: true },
};
