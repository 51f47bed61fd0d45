import type { ActivationNode, GraphNode } from '../../graph/graph.ts';
import type { GraphEdit } from '../../graph/passes/graph-edit.ts';

const TOLERANCE = 1e-4;

/** Whether an affine node multiplies and shifts everything by these numbers. */
function isAffine(
  edit: GraphEdit,
  node: GraphNode | undefined,
  scale: number,
  shift: number,
): boolean {
  if (node?.op !== 'affine') return false;
  const holds = (name: string, wanted: number): boolean =>
    edit.weights.get(name)?.values.every((value) => Math.abs(value - wanted) < TOLERANCE) ?? false;
  return holds(node.scale, scale) && holds(node.shift, shift);
}

/** What relu6(x + 3) / 6 reads, if a node computes that. */
function hardGateInput(edit: GraphEdit, node: GraphNode | undefined): string | undefined {
  if (!isAffine(edit, node, 1 / 6, 0) || node?.op !== 'affine') return undefined;
  const relu6 = edit.node(node.input);
  if (relu6?.op !== 'activation' || relu6.activation !== 'relu6') return undefined;
  const shifted = edit.node(relu6.input);
  return isAffine(edit, shifted, 1, 3) && shifted?.op === 'affine' ? shifted.input : undefined;
}

/** x · sigmoid(x) or x · hardSigmoid(x), of a product of two values. */
function gated(edit: GraphEdit, product: GraphNode): ActivationNode | undefined {
  if (product.op !== 'multiply' || product.activation !== 'linear') return undefined;
  const [a = '', b = '', ...more] = edit.inputsOf(product);
  for (const [x, gate] of more.length > 0 ? [] : [[a, b] as const, [b, a] as const]) {
    const node = edit.node(gate);
    if (node?.op !== 'activation' || edit.node(node.input)?.name !== edit.node(x)?.name) continue;
    const base = { op: 'activation', name: product.name, input: x } as const;
    if (node.activation === 'sigmoid') return { ...base, activation: 'silu' };
    if (node.activation === 'hardSigmoid') return { ...base, activation: 'hardSwish' };
  }
  return undefined;
}

/** Recognises the activations that TensorFlow writes as several operations: hard sigmoid, hard swish, SiLU. */
export function gatedActivations(edit: GraphEdit): void {
  for (const node of edit.nodes()) {
    const input = hardGateInput(edit, node);
    if (input !== undefined) {
      const hard = { activation: 'hardSigmoid', alpha: 1 / 6, beta: 0.5 } as const;
      edit.put({ op: 'activation', name: node.name, input, ...hard });
    }
  }
  for (const node of edit.nodes()) {
    const activation = gated(edit, node);
    if (activation !== undefined) edit.put(activation);
  }
}
