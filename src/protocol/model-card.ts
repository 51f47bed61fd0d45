import { z } from './zod.ts';
import { preprocessSchema } from './spec.ts';

const count = z.int().min(0);
const counted = z.strictObject({ images: z.int().min(1), correct: count });

/** What is known of a bundled model: the content of its card.json. */
export const modelCardSchema = z.strictObject({
  version: z.literal(1),
  id: z.string().min(1),
  family: z.enum(['ResNet', 'DenseNet', 'VGG', 'AlexNet', 'SqueezeNet']),
  title: z.string().min(1),
  /** Learned values; the running statistics of batch normalisation are not counted. */
  parameters: z.int().min(1),
  /** Of one image. */
  multiplyAdds: z.int().min(1),
  /** [height, width, channels] */
  inputSize: z.tuple([z.int().min(1), z.int().min(1), z.literal(3)]),
  classes: z.array(z.string().min(1)).min(2),
  preprocess: preprocessSchema,
  training: z.strictObject({
    images: z.int().min(1),
    epochs: z.int().min(1),
    batch: z.int().min(1),
    /** Of the first weights, the shuffling, the augmentation and the dropout. */
    seed: z.int().min(0),
    optimiser: z.string().min(1),
    seconds: z.number().positive(),
    backend: z.string().min(1),
    /** Mean loss of one epoch over the first images of the training split, from the seed, without augmentation. */
    firstEpoch: z.strictObject({
      images: z.int().min(1),
      batch: z.int().min(1),
      rate: z.number().positive(),
      loss: z.number().positive(),
    }),
  }),
  /** On images that played no part in training; measured on the stored weights. */
  validation: counted,
  test: counted,
  /** SHA-256 of the weight file, in hexadecimal digits. */
  weightsSha256: z.string().regex(/^[0-9a-f]{64}$/),
  weightBytes: z.int().min(1),
});

export type ModelCard = z.output<typeof modelCardSchema>;
