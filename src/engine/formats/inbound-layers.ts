import { z } from '../../protocol/zod.ts';
import { LabError } from '../../protocol/lab-error.ts';
import type { LayerSpec } from './layers-schema.ts';

/** The value of a layer, and which of its uses gives it, from 0. */
export interface LayerValue {
  readonly layer: string;
  readonly use: number;
}

const legacyReferenceSchema = z
  .union([
    z.tuple([z.string(), z.int(), z.int()]),
    z.tuple([z.string(), z.int(), z.int(), z.unknown()]),
  ])
  .transform(([layer, use]): LayerValue => ({ layer, use }));

const kerasTensorSchema = z
  .object({
    class_name: z.literal('__keras_tensor__'),
    config: z.object({ keras_history: z.tuple([z.string(), z.int(), z.int()]) }),
  })
  .transform(({ config }): LayerValue => {
    const [layer, use] = config.keras_history;
    return { layer, use };
  });

const callSchema = z.union([
  z.array(legacyReferenceSchema),
  z
    .object({ args: z.array(z.union([kerasTensorSchema, z.array(kerasTensorSchema)])) })
    .transform(({ args }) => args.flat()),
]);

/** Some converters leave out the list around the only use. */
const callsSchema = z.union([
  z.array(callSchema),
  z.array(legacyReferenceSchema).transform((references) => [references]),
]);

/**
 * What a layer reads at each of its uses, as Keras 2 or Keras 3 writes it.
 * @throws LabError `model-corrupt` for uses that cannot be read
 */
export function inboundLayers(layer: LayerSpec, name: string): readonly (readonly LayerValue[])[] {
  const calls = callsSchema.safeParse(layer.inbound_nodes ?? []);
  if (calls.success) return calls.data;
  throw new LabError('model-corrupt', `The inputs of layer "${name}" cannot be read.`, name);
}

/**
 * The only input or output of a model; written as [name, use, 0], alone or in a list.
 * @throws LabError `model-shape` where there is not exactly one
 */
export function onlyValue(references: readonly unknown[], kind: 'input' | 'output'): LayerValue {
  const alone = legacyReferenceSchema.safeParse(references);
  if (alone.success) return alone.data;
  const [first, ...more] = references;
  const inList = legacyReferenceSchema.safeParse(first);
  if (inList.success && more.length === 0) return inList.data;
  throw new LabError(
    'model-shape',
    `The model has ${references.length} ${kind}s; a classifier has one.`,
  );
}
