import { z } from '../../protocol/zod.ts';

const weightDtype = z.enum(['float32', 'int32', 'bool', 'string', 'complex64']);

const weightSpecSchema = z.object({
  name: z.string().min(1),
  shape: z.array(z.int().min(0)).max(8),
  dtype: weightDtype,
  quantization: z
    .union([
      z.object({ dtype: z.literal('float16') }),
      z.object({ dtype: z.enum(['uint8', 'uint16']), scale: z.number(), min: z.number() }),
    ])
    .optional(),
});

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

const modelConfigSchema = z.union([
  z.object({ class_name: z.literal('Sequential'), config: sequentialConfigSchema }),
  z.object({ class_name: z.enum(['Model', 'Functional']), config: functionalConfigSchema }),
]);

/** model.json of the layers format, as Keras's converter and `model.save` write it. */
export const layersModelSchema = z.object({
  modelTopology: z.union([
    z.object({ model_config: modelConfigSchema }).transform((wrapper) => wrapper.model_config),
    modelConfigSchema,
  ]),
  weightsManifest: z.array(
    z.object({ paths: z.array(z.string()).optional(), weights: z.array(weightSpecSchema) }),
  ),
});

/** What tells a graph model, which is another format with the same file name. */
export const graphModelSchema = z.object({
  modelTopology: z.object({ node: z.array(z.unknown()) }),
});

export type WeightSpec = z.output<typeof weightSpecSchema>;
export type LayerSpec = z.output<typeof layerSchema>;
export type ModelConfig = z.output<typeof modelConfigSchema>;
