import { z } from '../../protocol/zod.ts';
import { weightsManifestSchema } from './weights-manifest.ts';

const layerSchema = z.object({
  class_name: z.string(),
  name: z.string().optional(),
  config: z.record(z.string(), z.unknown()),
  inbound_nodes: z.array(z.unknown()).optional(),
});

const functionalConfigSchema = z.object({
  layers: z.array(layerSchema).min(1),
  input_layers: z.array(z.unknown()).min(1),
  output_layers: z.array(z.unknown()).min(1),
});

const INPUT_SHAPES = ['batch_input_shape', 'batch_shape'];

/** A stack that was built from its first pictures keeps their shape beside its layers. */
const sequentialConfigSchema = z.union([
  z.array(layerSchema).min(1),
  z
    .object({ layers: z.array(layerSchema).min(1), build_input_shape: z.unknown().optional() })
    .transform(({ layers, build_input_shape: shape }) => {
      const [first, ...rest] = layers;
      const known = first === undefined || INPUT_SHAPES.some((key) => key in first.config);
      if (known || shape === undefined) return layers;
      return [{ ...first, config: { ...first.config, batch_input_shape: shape } }, ...rest];
    }),
]);

/** A model as a layer of another, or the whole one. */
export const modelConfigSchema = z.union([
  z.object({ class_name: z.literal('Sequential'), config: sequentialConfigSchema }),
  z.object({ class_name: z.enum(['Model', 'Functional']), config: functionalConfigSchema }),
]);

/** The first number of Keras's version; TensorFlow.js, which writes its own name, follows the second. */
const kerasMajor = z
  .string()
  .catch('')
  .transform((version) => Number(/^\d+/.exec(version)?.[0] ?? 2));

/** model.json of the layers format, as Keras's converter and `model.save` write it. */
export const layersModelSchema = z.object({
  modelTopology: z.union([
    z
      .object({ model_config: modelConfigSchema, keras_version: kerasMajor })
      .transform(({ model_config: model, keras_version: keras }) => ({ model, keras })),
    modelConfigSchema.transform((model) => ({ model, keras: 2 })),
  ]),
  weightsManifest: weightsManifestSchema,
});

export type LayerSpec = z.output<typeof layerSchema>;
export type ModelConfig = z.output<typeof modelConfigSchema>;
export type FunctionalConfig = z.output<typeof functionalConfigSchema>;
