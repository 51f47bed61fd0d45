import { wrongNode } from '../faults.ts';
import type { NodeMessage } from '../wire/messages.ts';
import type { Constant } from './constant.ts';
import { constantOf, integers } from './constant.ts';

function floats(values: readonly number[], shape: readonly number[]): Constant {
  return { kind: 'constant', shape, values: Float32Array.from(values), integer: false };
}

/** What a node of kind Constant gives. */
export function nodeConstant(node: NodeMessage): Constant {
  for (const [name, { tensor, float, integer, floats: many, integers: whole }] of node.attributes) {
    switch (name) {
      case 'value':
        if (tensor !== undefined) return constantOf(tensor, `The value of node "${node.name}"`);
        break;
      case 'value_float':
        return floats([float ?? 0], []);
      case 'value_floats':
        return floats(many, [many.length]);
      case 'value_int':
        return integers([integer ?? 0], []);
      case 'value_ints':
        return integers(whole, [whole.length]);
    }
  }
  throw wrongNode(node, 'holds no numbers');
}
