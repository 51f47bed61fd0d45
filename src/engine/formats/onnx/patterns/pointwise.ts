import { floatAttribute } from '../attributes.ts';
import type { NodeMessage } from '../wire/messages.ts';
import type { NodeIndex } from './node-index.ts';
import { near } from './node-index.ts';
import { isProduct, productOf } from './product.ts';

/** Values from which a product, or a product in it, is made. */
function leaves(index: NodeIndex, node: NodeMessage): readonly string[] {
  return node.inputs.flatMap((input) => {
    const inner = index.maker(input, 'Mul', 'Div');
    return [input, ...(inner?.inputs ?? [])];
  });
}

interface Gate {
  /** The value that the gate depends on. */
  readonly x: string;
  /** What x · gate must be multiplied with to give the activation. */
  readonly scale: number;
  readonly op: 'Gelu' | 'Silu' | 'HardSwish';
}

/** 1 + erf(x / √2), of GELU (Hendrycks and Gimpel 2016). */
function geluGate(index: NodeIndex, value: string): Gate | undefined {
  const sum = index.maker(value, 'Add');
  const shifted = sum === undefined ? undefined : index.withNumber(sum);
  const erf = index.maker(shifted?.value, 'Erf');
  const scaled = index.maker(erf?.inputs[0], 'Mul', 'Div');
  const inner = scaled === undefined ? undefined : index.withNumber(scaled);
  if (inner === undefined || scaled === undefined || !near(shifted?.number, 1)) return undefined;
  const factor = scaled.op === 'Mul' ? inner.number : 1 / inner.number;
  return near(factor, Math.SQRT1_2) ? { x: inner.value, scale: 0.5, op: 'Gelu' } : undefined;
}

/** clip(x + 3, 0, 6), of hard-swish (Howard et al. 2019). */
function clippedGate(index: NodeIndex, value: string): Gate | undefined {
  const clip = index.maker(value, 'Clip');
  if (clip === undefined) return undefined;
  const low = index.number(clip.inputs[1]) ?? clip.attributes.get('min')?.float ?? -Infinity;
  const high = index.number(clip.inputs[2]) ?? clip.attributes.get('max')?.float ?? Infinity;
  const sum = index.maker(clip.inputs[0], 'Add');
  const shifted = sum === undefined ? undefined : index.withNumber(sum);
  return shifted !== undefined && low === 0 && high === 6 && near(shifted.number, 3)
    ? { x: shifted.value, scale: 1 / 6, op: 'HardSwish' }
    : undefined;
}

function sigmoidGate(index: NodeIndex, value: string): Gate | undefined {
  const sigmoid = index.maker(value, 'Sigmoid');
  const [soft] = sigmoid?.inputs ?? [];
  if (soft !== undefined) return { x: soft, scale: 1, op: 'Silu' };
  const hard = index.maker(value, 'HardSigmoid');
  const [x] = hard?.inputs ?? [];
  return hard !== undefined &&
    x !== undefined &&
    near(floatAttribute(hard, 'alpha', 0.2), 1 / 6) &&
    near(floatAttribute(hard, 'beta', 0.5), 0.5)
    ? { x, scale: 1, op: 'HardSwish' }
    : undefined;
}

/**
 * GELU, SiLU and hard-swish written out as a product of x and a gate that depends on x.
 * @returns one node in place of the last of the product, or undefined
 */
export function gatedActivation(index: NodeIndex, node: NodeMessage): NodeMessage | undefined {
  if (node.domain !== '' || (node.op !== 'Mul' && node.op !== 'Div')) return undefined;
  for (const value of leaves(index, node)) {
    const gate = geluGate(index, value) ?? clippedGate(index, value) ?? sigmoidGate(index, value);
    if (gate === undefined) continue;
    const product = productOf(index, node, new Set([gate.x, value]));
    if (!isProduct(product, gate.x, value) || !near(product.scale, gate.scale)) continue;
    return { ...node, op: gate.op, domain: COMPOSED, inputs: [gate.x], attributes: new Map() };
  }
  return undefined;
}

/** Domain of nodes that stand for several of the file. */
export const COMPOSED = 'composed';
