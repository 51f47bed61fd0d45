import { unsupportedNode, wrongNode } from './faults.ts';
import type { OperatorContext } from './operators/operator.ts';
import { operators } from './operators/operators.ts';
import { shape } from './operators/shapes.ts';
import { folds } from './values/fold.ts';
import { nodeConstant } from './values/node-constant.ts';
import type { Value } from './values/value.ts';

/** What a node gives: computed now where it does not depend on the image, else a part of the graph. */
export function convertNode(context: OperatorContext): readonly Value[] {
  const { node, inputs } = context;
  if (node.op === 'Constant') return [nodeConstant(node)];
  const made = node.op === 'Shape' ? shape.convert(context) : convertOrFold(context);
  const values: readonly Value[] = 'kind' in made ? [made] : made;
  if (values.length === 0) throw wrongNode(node, `gives nothing for its ${inputs.length} inputs`);
  return values;
}

function convertOrFold(context: OperatorContext): Value | readonly Value[] {
  const { node, inputs } = context;
  const given = inputs.filter((input) => input !== undefined);
  const constants = given.filter((input) => input.kind === 'constant');
  const fold = folds.get(node.op);
  if (constants.length === given.length && fold !== undefined) return fold(node, constants);
  const operator = operators.get(node.op);
  if (operator === undefined) throw unsupportedNode(node, 'is of a kind that cannot be run');
  return operator.convert(context);
}
