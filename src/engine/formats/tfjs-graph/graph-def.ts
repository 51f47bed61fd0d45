import { LabError } from '../../../protocol/lab-error.ts';
import { z } from '../../../protocol/zod.ts';
import { weightsManifestSchema } from '../weights-manifest.ts';

const nodeSchema = z.object({
  name: z.string().min(1),
  op: z.string().min(1),
  input: z.array(z.string()).default([]),
  attr: z.record(z.string(), z.unknown()).default({}),
});

const signatureSchema = z.object({
  inputs: z.record(z.string(), z.unknown()).default({}),
  outputs: z.record(z.string(), z.object({ name: z.string() })).default({}),
});

const graphModelSchema = z.object({
  modelTopology: z.object({ node: z.array(nodeSchema).min(1) }),
  weightsManifest: weightsManifestSchema,
  signature: signatureSchema.nullish(),
  userDefinedMetadata: z.object({ signature: signatureSchema.nullish() }).nullish(),
});

export type GraphModelJson = z.output<typeof graphModelSchema>;

/** One of the values that a node gives. */
export interface NodeOutput {
  readonly node: string;
  readonly index: number;
}

/** An operation of a TensorFlow graph. */
export interface OperationNode {
  readonly name: string;
  readonly op: string;
  /** Values that it reads; what it only waits for is left out. */
  readonly inputs: readonly NodeOutput[];
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Reads "name", "name:1" or "name:output:1". */
export function nodeOutput(reference: string): NodeOutput {
  const [node = '', ...rest] = reference.split(':');
  return { node, index: Number(rest.at(-1) ?? 0) };
}

/** @throws LabError `model-corrupt` where model.json is no graph model */
export function checkGraphModel(json: unknown): GraphModelJson {
  const parsed = graphModelSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new LabError(
    'model-corrupt',
    `model.json is not a TensorFlow.js graph model at "${issue?.path.join('.') ?? ''}".`,
    'model.json',
  );
}

/** The operations of a graph model by name. */
export function operations({ modelTopology }: GraphModelJson): ReadonlyMap<string, OperationNode> {
  const nodes = modelTopology.node.map(({ name, op, input, attr }): [string, OperationNode] => {
    const inputs = input.filter((reference) => !reference.startsWith('^')).map(nodeOutput);
    return [name, { name, op, inputs, attributes: attr }];
  });
  return new Map(nodes);
}

const NO_ANSWER: ReadonlySet<string> = new Set(['Const', 'NoOp', 'Placeholder', 'Assert']);

/**
 * The one value that a graph model answers with: as its signature says, or what nothing else reads.
 * @throws LabError `model-shape` where there is not exactly one
 */
export function graphOutput(
  model: GraphModelJson,
  nodes: ReadonlyMap<string, OperationNode>,
): NodeOutput {
  const signature = model.signature ?? model.userDefinedMetadata?.signature;
  const signed = Object.values(signature?.outputs ?? {}).map(({ name }) => name);
  const read = new Set([...nodes.values()].flatMap(({ inputs }) => inputs.map(({ node }) => node)));
  const unread = [...nodes.values()].filter(
    ({ name, op }) => !read.has(name) && !NO_ANSWER.has(op),
  );
  const names = signed.length > 0 ? signed : unread.map(({ name }) => name);
  const [name, ...more] = names;
  if (name === undefined || more.length > 0) {
    const listed =
      names.length === 0
        ? ''
        : `: ${names
            .slice(0, 5)
            .map((one) => nodeOutput(one).node)
            .join(', ')}`;
    throw new LabError(
      'model-shape',
      `The model has ${names.length} outputs${listed}; a classifier has one.`,
    );
  }
  return nodeOutput(name);
}

/**
 * What an output depends on, inputs before their readers.
 * @throws LabError `model-corrupt` where a node is missing or depends on itself
 */
export function computationOrder(
  nodes: ReadonlyMap<string, OperationNode>,
  output: NodeOutput,
): readonly OperationNode[] {
  const order: OperationNode[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const pending = [output.node];
  for (let name = pending.at(-1); name !== undefined; name = pending.at(-1)) {
    const node = nodes.get(name);
    if (node === undefined) {
      throw new LabError(
        'model-corrupt',
        `The graph reads "${name}", which it does not have.`,
        name,
      );
    }
    const waiting = node.inputs.filter((input) => state.get(input.node) !== 'done');
    if (state.get(name) === 'done' || waiting.length === 0) {
      pending.pop();
      if (state.get(name) !== 'done') order.push(node);
      state.set(name, 'done');
      continue;
    }
    if (waiting.some((input) => state.get(input.node) === 'open')) {
      throw new LabError('model-unsupported', `Operation "${name}" depends on itself.`, name);
    }
    state.set(name, 'open');
    pending.push(...waiting.map((input) => input.node).toReversed());
  }
  return order;
}
