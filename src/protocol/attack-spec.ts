import { z } from './zod.ts';

const epsilon = z.int().min(1).max(127);
const epsilons = z.union([epsilon, z.array(epsilon).min(1).max(16)]).default(8);

/** How adversarial examples are made; lengths are in byte units. */
export const attackSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fgsm'), epsilon: epsilons }),
  z.strictObject({
    kind: z.literal('pgd'),
    epsilon: epsilons,
    /** Default: 2.5 · epsilon / iterations. */
    step: z.number().positive().max(255).optional(),
    iterations: z.int().min(1).max(1000).default(10),
    /** False makes it the basic iterative method. */
    randomStart: z.boolean().default(true),
  }),
  z.strictObject({
    kind: z.literal('one-pixel'),
    pixels: z.union([z.literal(1), z.literal(3), z.literal(5)]).default(1),
    /** Candidates of a generation. */
    population: z.int().min(4).max(1000).default(100),
    /** After the first, which is random. */
    generations: z.int().min(0).max(1000).default(20),
    /** `random` draws as many candidates, none of them from better ones. */
    search: z.enum(['evolution', 'random']).default('evolution'),
  }),
]);

export type AttackSpec = z.output<typeof attackSchema>;
