import { z } from '../../protocol/zod.ts';
import { LabError } from '../../protocol/lab-error.ts';
import type { Graph, GraphNode, Weight } from '../graph/graph.ts';
import { nodeInputs } from '../graph/graph.ts';
import type { NodeShape } from '../graph/node-shape.ts';
import { analyseNode } from '../graph/analyse-node.ts';
import { importers } from './importers.ts';
import { inboundLayers } from './inbound-layers.ts';
import { field, type LayerReading, unsupported } from './layer-config.ts';
import type { LayerSpec } from './layers-schema.ts';

const INPUT = 'input';

const side = z.int().min(1).max(4096);
const batchShapeSchema = z.tuple([z.unknown(), side, side, z.int().min(1)]);

function inputShapeOf(layer: LayerReading): readonly [number, number, number] {
  const { config } = layer;
  const shape = batchShapeSchema.safeParse(config['batch_input_shape'] ?? config['batch_shape']);
  if (!shape.success) {
    throw new LabError(
      'model-shape',
      `The model's input "${layer.name}" is not an image of fixed size [height, width, 3].`,
      layer.name,
    );
  }
  const [, height, width, channels] = shape.data;
  return [height, width, channels];
}

/** A graph that grows layer by layer; shapes are followed so that a misfit is found where it is. */
export class GraphReading {
  readonly #weights: Map<string, Weight>;
  readonly #nodes = new Map<string, GraphNode>();
  readonly #shapes = new Map<string, NodeShape>();
  #inputShape: Graph['inputShape'] | undefined;
  #last = '';

  constructor(weights: Map<string, Weight>) {
    this.#weights = weights;
  }

  /** Reads the next layer of a stack; the first may carry the input's shape itself. */
  readNext(spec: LayerSpec): void {
    const layer = this.#reading(spec);
    if (this.#inputShape === undefined && layer.className !== 'InputLayer') {
      this.#addInput({ ...layer, name: INPUT });
    }
    this.#read(layer, this.#last === '' ? [] : [this.#last]);
  }

  /** Reads the layers of a model in the order in which they can be computed. */
  readAll(specs: readonly LayerSpec[]): void {
    let waiting = specs.map((spec) => {
      const layer = this.#reading(spec);
      return { layer, inputs: inboundLayers(spec, layer.name) };
    });
    while (waiting.length > 0) {
      const later = waiting.filter(({ layer, inputs }) => {
        if (!inputs.every((name) => this.#nodes.has(name))) return true;
        this.#read(layer, inputs);
        return false;
      });
      const [stuck] = later;
      if (stuck !== undefined && later.length === waiting.length) {
        throw new LabError(
          'model-corrupt',
          `Layer "${stuck.layer.name}" reads layers that are missing: ${stuck.inputs.filter((name) => !this.#nodes.has(name)).join(', ')}.`,
          stuck.layer.name,
        );
      }
      waiting = later;
    }
  }

  /** @param output name of the output layer; default: the last one read */
  graph(output: string = this.#last): Graph {
    if (this.#inputShape === undefined || !this.#nodes.has(output)) {
      throw new LabError('model-corrupt', `The model's output "${output}" is missing.`, output);
    }
    return {
      inputShape: this.#inputShape,
      nodes: [...this.#nodes.values()],
      output,
      weights: this.#weights,
    };
  }

  #reading(spec: LayerSpec): LayerReading {
    const reading = { name: spec.name ?? '', className: spec.class_name, config: spec.config };
    return reading.name === ''
      ? { ...reading, name: field(reading, 'name', z.string().min(1)) }
      : reading;
  }

  #read(layer: LayerReading, inputs: readonly string[]): void {
    if (layer.className === 'InputLayer') {
      this.#addInput(layer);
      return;
    }
    const importer = importers.get(layer.className);
    if (importer === undefined) throw unsupported(layer, 'is of a kind that cannot be run');
    const nodes = importer({
      layer,
      inputs,
      shapeOf: (name) => this.#shapes.get(name) ?? [],
      nodeOf: (name) => this.#nodes.get(name),
      weights: this.#weights,
      addVector: (name, values) => {
        this.#weights.set(name, { shape: [values.length], values: Float32Array.from(values) });
        return name;
      },
    });
    for (const node of nodes) this.#add(node);
  }

  #addInput(layer: LayerReading): void {
    if (this.#inputShape !== undefined) {
      throw new LabError('model-shape', 'The model has more than one input.', layer.name);
    }
    this.#inputShape = inputShapeOf(layer);
    this.#shapes.set(layer.name, this.#inputShape);
    this.#nodes.set(layer.name, { op: 'input', name: layer.name });
    this.#last = layer.name;
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
    this.#last = node.name;
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
