import { z } from '../../protocol/zod.ts';

const weightSpecSchema = z.object({
  name: z.string().min(1),
  shape: z.array(z.int().min(0)).max(8),
  dtype: z.enum(['float32', 'int32', 'bool', 'string', 'complex64']),
  quantization: z
    .union([
      z.object({ dtype: z.literal('float16') }),
      z.object({ dtype: z.enum(['uint8', 'uint16']), scale: z.number(), min: z.number() }),
    ])
    .optional(),
});

/** What model.json says of the weights, in layers models and graph models alike. */
export const weightsManifestSchema = z.array(
  z.object({ paths: z.array(z.string()).optional(), weights: z.array(weightSpecSchema) }),
);

export type WeightSpec = z.output<typeof weightSpecSchema>;
