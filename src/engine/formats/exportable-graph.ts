import type { Graph, GraphNode } from '../graph/graph.ts';
import { GraphEdit } from '../graph/passes/graph-edit.ts';
import { joinGroups } from '../graph/passes/join-groups.ts';
import { splitGroups } from './split-groups.ts';

/** TensorFlow.js refuses names with other characters, or that begin with a sign. */
function safeName(name: string, taken: ReadonlySet<string>): string {
  const plain = name.replaceAll(/[^A-Za-z0-9._/-]/g, '_').replace(/^[^A-Za-z0-9]+/, '');
  const safe = plain === '' ? 'layer' : plain;
  let free = safe;
  for (let copy = 2; taken.has(free); copy += 1) free = `${safe}_${copy}`;
  return free;
}

function renamed(node: GraphNode, nameOf: (name: string) => string): GraphNode {
  const name = nameOf(node.name);
  if (node.op === 'input') return { ...node, name };
  if ('inputs' in node) return { ...node, name, inputs: node.inputs.map(nameOf) };
  return { ...node, name, input: nameOf(node.input) };
}

/**
 * An equal graph that the layers format can hold as far as possible: convolutions in groups, which
 * it does not know, in parts, and names that TensorFlow.js takes.
 */
export function exportableGraph(graph: Graph): Graph {
  const edit = new GraphEdit(graph);
  joinGroups(edit);
  splitGroups(edit);
  const split = edit.finish();
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { name } of split.nodes) {
    const safe = safeName(name, taken);
    taken.add(safe);
    names.set(name, safe);
  }
  const nameOf = (name: string): string => names.get(name) ?? name;
  return {
    ...split,
    nodes: split.nodes.map((node) => renamed(node, nameOf)),
    output: nameOf(split.output),
  };
}
