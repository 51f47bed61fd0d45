import { z } from './zod.ts';

/** How the channels of a drawn pixel change. */
export const pixelValueSchema = z.union([
  z.literal('replace'),
  z.strictObject({ offset: z.int().min(1).max(127) }),
]);

/** Fraction of the side that a centred region takes. */
export const regionSideSchema = z.number().gt(0).max(1);

export const pixelCountSchema = z.int().min(1);
