import { isFusable } from '../graph.ts';
import type { GraphEdit } from './graph-edit.ts';

/** Lets the node before an activation apply it, where that node has no other reader. */
export function fuseActivations(edit: GraphEdit): void {
  for (const node of edit.nodes()) {
    if (node.op !== 'activation' || !isFusable(node.activation)) continue;
    const source = edit.node(node.input);
    if (source === undefined || source.op === 'activation' || !('activation' in source)) continue;
    if (source.activation !== 'linear' || edit.onlyReader(source.name)?.name !== node.name)
      continue;
    edit.put({ ...source, activation: node.activation });
    edit.replace(node.name, source.name);
  }
}
