import { LabError } from '../../../protocol/lab-error.ts';
import { wrongNode } from './faults.ts';
import { operators } from './operators/operators.ts';
import { COMPOSED } from './patterns/pointwise.ts';
import { folds } from './values/fold.ts';
import type { NodeMessage } from './wire/messages.ts';

/** What a message calls an operator, with its domain where it is not of ONNX itself. */
function title({ op, domain }: NodeMessage): string {
  return domain === '' || domain === COMPOSED ? op : `${domain}.${op}`;
}

/** Nodes whose kind cannot be run, given what is computed from the image. */
function unknownNodes(nodes: readonly NodeMessage[], image: string): readonly NodeMessage[] {
  const fromImage = new Set([image]);
  return nodes.filter((node) => {
    const own = node.domain === '' || node.domain === COMPOSED;
    const reads = node.inputs.some((input) => fromImage.has(input));
    // The sides of an image are known before it is.
    if (node.op === 'Shape' && own) return false;
    if (reads) for (const output of node.outputs) fromImage.add(output);
    if (reads) return !own || !operators.has(node.op);
    return !own || (node.op !== 'Constant' && !folds.has(node.op));
  });
}

const NAMED_NODES = 3;

function listed(op: string, nodes: readonly NodeMessage[]): string {
  const names = nodes.slice(0, NAMED_NODES).map(({ name }) => `"${name}"`);
  const more = nodes.length > NAMED_NODES ? ` and ${nodes.length - NAMED_NODES} more` : '';
  return `${op} (${names.join(', ')}${more})`;
}

/**
 * Refuses a graph whose nodes are out of order, or read what nothing gives.
 * @param known whether a value is there from the start
 * @throws LabError `model-corrupt` naming the node
 */
export function checkOrder(nodes: readonly NodeMessage[], known: (value: string) => boolean): void {
  const given = new Set(['']);
  for (const node of nodes) {
    const missing = node.inputs.find((input) => !given.has(input) && !known(input));
    if (missing !== undefined) {
      throw wrongNode(node, `reads "${missing}", which nothing before it gives`);
    }
    for (const output of node.outputs) given.add(output);
  }
}

/**
 * Refuses a graph with operators or attributes that cannot be run, before anything is.
 * @param image name of the input
 * @throws LabError `model-unsupported` that names all of them, each with its nodes
 */
export function checkOperators(nodes: readonly NodeMessage[], image: string): void {
  const unknown = new Map<string, NodeMessage[]>();
  for (const node of unknownNodes(nodes, image)) {
    const same = unknown.get(title(node));
    if (same === undefined) unknown.set(title(node), [node]);
    else same.push(node);
  }
  const [first] = unknown.values();
  if (first !== undefined) {
    const list = [...unknown].map(([op, own]) => listed(op, own)).join(', ');
    const quantised = [...unknown.keys()].some((op) => /quantize|qlinear|integer$/i.test(op));
    const advice = quantised ? ' It is quantised to whole numbers; export it with floats.' : '';
    throw new LabError(
      'model-unsupported',
      `The model has operators that cannot be run, with their nodes: ${list}.${advice}`,
      first[0]?.name,
    );
  }
  const foreign = nodes.flatMap((node) => {
    const known = operators.get(node.op)?.attributes;
    if (known === undefined || node.op === 'Constant') return [];
    return [...node.attributes.keys()]
      .filter((name) => !known.includes(name))
      .map((name) => `"${name}" of node "${node.name}" (${node.op})`);
  });
  if (foreign.length > 0) {
    throw new LabError(
      'model-unsupported',
      `The model has attributes that are not known: ${foreign.join(', ')}.`,
    );
  }
}
