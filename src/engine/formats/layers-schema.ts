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

const sequentialConfigSchema = z.union([
  z.array(layerSchema).min(1),
  z.object({ layers: z.array(layerSchema).min(1) }).transform(({ layers }) => layers),
]);

/** A model as a layer of another, or the whole one. */
export const modelConfigSchema = z.union([
  z.object({ class_name: z.literal('Sequential'), config: sequentialConfigSchema }),
  z.object({ class_name: z.enum(['Model', 'Functional']), config: functionalConfigSchema }),
]);

/** model.json of the layers format, as Keras's converter and `model.save` write it. */
export const layersModelSchema = z.object({
  modelTopology: z.union([
    z.object({ model_config: modelConfigSchema }).transform((wrapper) => wrapper.model_config),
    modelConfigSchema,
  ]),
  weightsManifest: weightsManifestSchema,
});

export type LayerSpec = z.output<typeof layerSchema>;
export type ModelConfig = z.output<typeof modelConfigSchema>;
export type FunctionalConfig = z.output<typeof functionalConfigSchema>;
