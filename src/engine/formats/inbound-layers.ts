import { z } from '../../protocol/zod.ts';
import { LabError } from '../../protocol/lab-error.ts';
import type { LayerSpec } from './layers-schema.ts';

const legacyCallSchema = z.array(
  z.union([
    z.tuple([z.string(), z.int(), z.int()]),
    z.tuple([z.string(), z.int(), z.int(), z.unknown()]),
  ]),
);

const kerasTensorSchema = z.object({
  class_name: z.literal('__keras_tensor__'),
  config: z.object({ keras_history: z.tuple([z.string(), z.int(), z.int()]) }),
});

const keras3CallSchema = z.object({
  args: z.array(z.union([kerasTensorSchema, z.array(kerasTensorSchema)])),
});

/**
 * Names of the layers that a layer reads, as Keras 2 or Keras 3 writes them.
 * @throws LabError `model-unsupported` for a layer that is used twice, `model-corrupt` for calls
 * that cannot be read
 */
export function inboundLayers(layer: LayerSpec, name: string): readonly string[] {
  const [call, ...more] = layer.inbound_nodes ?? [];
  if (call === undefined) return [];
  if (more.length > 0) {
    throw new LabError(
      'model-unsupported',
      `Layer "${name}" (${layer.class_name}) is used at several places.`,
      name,
    );
  }
  const legacy = legacyCallSchema.safeParse(call);
  if (legacy.success) return legacy.data.map(([from]) => from);
  const keras3 = keras3CallSchema.safeParse(call);
  if (keras3.success) {
    return keras3.data.args.flat().map((tensor) => tensor.config.keras_history[0]);
  }
  throw new LabError('model-corrupt', `The inputs of layer "${name}" cannot be read.`, name);
}
