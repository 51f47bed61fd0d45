import type { GraphEdit } from './graph-edit.ts';

/** Removes what changes nothing outside training: dropout and linear activations. */
export function dropIdentities(edit: GraphEdit): void {
  for (const node of edit.nodes()) {
    const identity =
      node.op === 'dropout' || (node.op === 'activation' && node.activation === 'linear');
    if (identity) edit.replace(node.name, node.input);
  }
}
