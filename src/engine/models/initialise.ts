import { philox4x32Into } from '../../core/philox.ts';
import { seedKey } from '../../core/random-keys.ts';
import type { Graph, Weight } from '../graph/graph.ts';
import { elements, type Architecture, type WeightPlan } from './architecture.ts';

/** Fourth counter word of first weights; its set top bit keeps them apart from pixel draws. */
const STREAM = 0x80000010;
const TWO_32 = 4294967296;

/** Standard normal values by Box and Muller (1958): two a Philox block of four words. */
function fillNormal(
  values: Float32Array,
  deviation: number,
  key: readonly [number, number],
  tensor: number,
): void {
  const words = new Uint32Array(4);
  for (let pair = 0; pair * 2 < values.length; pair += 1) {
    philox4x32Into(pair, tensor, 0, STREAM, key[0], key[1], words);
    const [a = 0, b = 0] = words;
    const radius = deviation * Math.sqrt(-2 * Math.log((a + 1) / TWO_32));
    const angle = (2 * Math.PI * b) / TWO_32;
    values[pair * 2] = radius * Math.cos(angle);
    if (pair * 2 + 1 < values.length) values[pair * 2 + 1] = radius * Math.sin(angle);
  }
}

function firstWeight(
  { shape, initial }: WeightPlan,
  key: readonly [number, number],
  tensor: number,
): Weight {
  const values = new Float32Array(elements(shape));
  if (initial.kind === 'normal') fillNormal(values, initial.deviation, key, tensor);
  else values.fill(initial.value);
  return { shape, values };
}

/**
 * A network with its first weights. They depend on the seed, the order of the weights and nothing
 * else.
 * @param seed safe integer 0 … 2⁵³ − 1
 */
export function initialise(architecture: Architecture, seed: number): Graph {
  const { inputShape, nodes, output } = architecture;
  const key = seedKey(seed);
  const weights = new Map<string, Weight>();
  for (const [name, plan] of architecture.weights) {
    weights.set(name, firstWeight(plan, key, weights.size));
  }
  return { inputShape, nodes, output, weights };
}
