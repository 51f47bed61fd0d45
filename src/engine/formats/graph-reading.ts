import { z } from '../../protocol/zod.ts';
import { LabError } from '../../protocol/lab-error.ts';
import type { Graph, GraphNode, Weight } from '../graph/graph.ts';
import { nodeInputs } from '../graph/graph.ts';
import type { NodeShape } from '../graph/node-shape.ts';
import { analyseNode } from '../graph/analyse-node.ts';
import { importers } from './importers.ts';
import { type LayerReading, unsupported } from './layer-config.ts';
import { recogniseSelections } from './recognise-selections.ts';

const INPUT = 'input';

const side = z.int().min(1).max(4096);
const batchShapeSchema = z.tuple([z.unknown(), side.nullable(), side.nullable(), z.int().min(1)]);

type Size = readonly [number, number] | undefined;

function inputShapeOf(
  { name, config }: LayerReading,
  size: Size,
): readonly [number, number, number] {
  const shape = batchShapeSchema.safeParse(config['batch_input_shape'] ?? config['batch_shape']);
  if (!shape.success) {
    throw new LabError(
      'model-shape',
      `The model's input "${name}" is not an image [height, width, 3].`,
      name,
    );
  }
  const [, rows, columns, channels] = shape.data;
  const [height, width] = rows === null || columns === null ? (size ?? []) : [rows, columns];
  if (height !== undefined && width !== undefined) return [height, width, channels];
  throw new LabError(
    'model-shape',
    `The model's input "${name}" has no fixed size; say it in preprocess.size.`,
    name,
  );
}

/** A graph that grows layer by layer; shapes are followed so that a misfit is found where it is. */
export class GraphReading {
  readonly #weights: Map<string, Weight>;
  readonly #size: Size;
  readonly #keras: number;
  readonly #nodes = new Map<string, GraphNode>();
  readonly #shapes = new Map<string, NodeShape>();
  #inputShape: Graph['inputShape'] | undefined;

  /**
   * @param size [height, width] of the pictures, for a model that leaves them open
   * @param keras major version of Keras whose layers they are
   */
  constructor(weights: Map<string, Weight>, size: Size, keras: number) {
    this.#weights = weights;
    this.#size = size;
    this.#keras = keras;
  }

  /** Adds the model's input, as an input layer or the first layer of a stack describes it. */
  addInput(layer: LayerReading): string {
    if (this.#inputShape !== undefined) {
      throw new LabError('model-shape', 'The model has more than one input.', layer.name);
    }
    const name = layer.className === 'InputLayer' ? layer.name : INPUT;
    this.#inputShape = inputShapeOf(layer, this.#size);
    this.#shapes.set(name, this.#inputShape);
    this.#nodes.set(name, { op: 'input', name });
    return name;
  }

  /**
   * Adds the nodes of a layer and returns the name of the one that gives its value.
   * @param inputs names of the nodes that it reads
   */
  read(layer: LayerReading, inputs: readonly string[]): string {
    const importer = importers.get(layer.className);
    if (importer === undefined) throw unsupported(layer, 'is of a kind that cannot be run');
    const nodes = importer({
      layer,
      inputs,
      keras: this.#keras,
      shapeOf: (name) => this.#shapes.get(name) ?? [],
      nodeOf: (name) => this.#nodes.get(name),
      weights: this.#weights,
      addVector: (name, values) => {
        this.#weights.set(name, { shape: [values.length], values: Float32Array.from(values) });
        return name;
      },
    });
    for (const node of nodes) this.#add(node);
    return nodes.at(-1)?.name ?? layer.name;
  }

  /** @param output name of the node that gives the answer */
  graph(output: string): Graph {
    if (this.#inputShape === undefined || !this.#nodes.has(output)) {
      throw new LabError('model-corrupt', `The model's output "${output}" is missing.`, output);
    }
    return recogniseSelections({
      inputShape: this.#inputShape,
      nodes: [...this.#nodes.values()],
      output,
      weights: this.#weights,
    });
  }

  #add(node: GraphNode): void {
    if (node.op === 'input') return;
    if (this.#nodes.has(node.name)) {
      throw new LabError('model-corrupt', `Two layers are named "${node.name}".`, node.name);
    }
    const inputs = nodeInputs(node).map((name) => this.#shapes.get(name) ?? []);
    const { shape } = analyseNode(node, inputs, (name) => this.#weightShape(name, node));
    this.#shapes.set(node.name, shape);
    this.#nodes.set(node.name, node);
  }

  #weightShape(name: string, node: GraphNode): readonly number[] {
    const weight = this.#weights.get(name);
    if (weight !== undefined) return weight.shape;
    throw new LabError(
      'model-corrupt',
      `The files hold no weight "${name}" for layer "${node.name}".`,
      node.name,
    );
  }
}
