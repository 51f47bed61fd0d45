import type { GraphNode, Weight } from '../graph/graph.ts';
import type { NodeShape } from '../graph/node-shape.ts';
import { field, flag, type LayerReading, unsupported } from './layer-config.ts';

export interface ImportContext {
  readonly layer: LayerReading;
  /** Names of the nodes that give the layer's inputs. */
  readonly inputs: readonly string[];
  /** Shape of a node's value for one image. */
  readonly shapeOf: (node: string) => NodeShape;
  readonly nodeOf: (node: string) => GraphNode | undefined;
  readonly weights: ReadonlyMap<string, Weight>;
  /** Adds a vector that no file holds and returns its name. */
  readonly addVector: (name: string, values: readonly number[]) => string;
}

/** Turns a layer into nodes, the last of which gives its value. */
export type Importer = (context: ImportContext) => readonly GraphNode[];

/** Joins a layer's name to that of a step inside it. */
export const STEP_MARK = ':';

/** The one input of a layer that has no others. */
export function onlyInput({ layer, inputs }: ImportContext): string {
  const [input, ...more] = inputs;
  if (input === undefined || more.length > 0) throw unsupported(layer, 'needs exactly one input');
  return input;
}

/** Name of one of the layer's own weights in the files. */
export function weightName({ layer, weights }: ImportContext, own: string): string {
  const name = `${layer.name}/${own}`;
  // Converters of TensorFlow variables may leave the output index on the name.
  return weights.has(name) || !weights.has(`${name}:0`) ? name : `${name}:0`;
}

export function biasOf(context: ImportContext): { bias?: string } {
  return field(context.layer, 'use_bias', flag(true)) ? { bias: weightName(context, 'bias') } : {};
}
