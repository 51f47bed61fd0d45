import { z } from '../../protocol/zod.ts';
import { LabError } from '../../protocol/lab-error.ts';
import type { Pair } from '../graph/graph.ts';

/** A layer being read: its config is checked field by field where it is used. */
export interface LayerReading {
  /** Of the node to be, unlike any other. */
  readonly name: string;
  /** Names of the models around the layer and its own, under which the files hold its weights. */
  readonly path: readonly string[];
  readonly className: string;
  readonly config: Readonly<Record<string, unknown>>;
}

export function unsupported(layer: LayerReading, what: string): LabError {
  return new LabError(
    'model-unsupported',
    `Layer "${layer.name}" (${layer.className}) ${what}.`,
    layer.name,
  );
}

/**
 * One field of a layer's config.
 * @throws LabError `model-corrupt` naming layer and field
 */
export function field<T>(layer: LayerReading, key: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(layer.config[key]);
  if (parsed.success) return parsed.data;
  throw new LabError(
    'model-corrupt',
    `Layer "${layer.name}" (${layer.className}) has an unreadable "${key}".`,
    layer.name,
  );
}

const size = z.int().min(1).max(4096);

/** A number for both axes, or one each. */
export const pairSchema = z.union([
  size.transform((side): Pair => [side, side]),
  z.tuple([size]).transform(([side]): Pair => [side, side]),
  z.tuple([size, size]).transform((sides): Pair => sides),
]);

/** An axis counted with the batch as 0; written alone or in a list. */
export const axisSchema = z.union([z.int(), z.tuple([z.int()]).transform(([axis]) => axis)]);

export const paddingSchema = z.enum(['same', 'valid']);
export const flag = (fallback: boolean): z.ZodType<boolean> => z.boolean().default(fallback);

const channelsLast = z.enum(['channels_last', 'channelsLast']).nullish();

/** Only channels-last layers can be run. */
export function checkDataFormat(layer: LayerReading): void {
  if (!channelsLast.safeParse(layer.config['data_format']).success) {
    throw unsupported(layer, 'has its channels first; export the model with channels last');
  }
}
