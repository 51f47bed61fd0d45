import type { ActivationNode, MergeNode, PointwiseActivation } from '../graph.ts';
import { pointwiseParameters } from '../pointwise-parameters.ts';
import type { GraphEdit } from './graph-edit.ts';

/** The gates of activations x · gate(x). */
const GATED: ReadonlyMap<PointwiseActivation, 'silu' | 'hardSwish'> = new Map([
  ['sigmoid', 'silu'],
  ['hardSigmoid', 'hardSwish'],
]);

/** A clip whose bounds a layer can apply itself. */
function rectifier(node: ActivationNode): 'linear' | 'relu' | 'relu6' | undefined {
  if (node.activation !== 'clip') return undefined;
  const { alpha, beta } = pointwiseParameters(node);
  if (alpha === 0 && beta === Infinity) return 'relu';
  if (alpha === 0 && beta === 6) return 'relu6';
  return alpha === -Infinity && beta === Infinity ? 'linear' : undefined;
}

function gateOf(edit: GraphEdit, node: MergeNode): ActivationNode | undefined {
  const inputs = edit.inputsOf(node);
  if (node.activation !== 'linear' || inputs.length !== 2) return undefined;
  for (const [value, name] of [inputs, inputs.toReversed()]) {
    const gate = edit.node(name ?? '');
    if (gate?.op !== 'activation' || !GATED.has(gate.activation)) continue;
    if (edit.inputsOf(gate)[0] !== value) continue;
    const { alpha, beta } = pointwiseParameters(gate);
    const hard = Math.abs(alpha - 1 / 6) < 1e-6 && beta === 0.5;
    if (gate.activation === 'sigmoid' || hard) return gate;
  }
  return undefined;
}

/** Finds the rectifiers among clips, and x · sigmoid(x) and x · hardSigmoid(x) as one step. */
export function simplifyActivations(edit: GraphEdit): void {
  for (const node of edit.nodes()) {
    if (node.op === 'activation') {
      const activation = rectifier(node);
      if (activation === undefined) continue;
      edit.put({ op: 'activation', name: node.name, input: node.input, activation });
    } else if (node.op === 'multiply') {
      const gate = gateOf(edit, node);
      const activation = gate && GATED.get(gate.activation);
      if (gate === undefined || activation === undefined) continue;
      edit.put({ op: 'activation', name: node.name, input: gate.input, activation });
    }
  }
}
