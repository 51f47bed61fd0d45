import type { GraphNode, Weight } from '../graph/graph.ts';
import type { NodeShape } from '../graph/node-shape.ts';
import { field, flag, type LayerReading, unsupported } from './layer-config.ts';

export interface ImportContext {
  readonly layer: LayerReading;
  /** Names of the nodes that give the layer's inputs. */
  readonly inputs: readonly string[];
  /** Major version of Keras whose layers they are. */
  readonly keras: number;
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

/** Converters of TensorFlow variables may leave the output index on a name. */
const plainName = (name: string): string => name.replace(/:0$/, '');

/** Whether the models around a layer are those that a weight's name says. */
function isInside(weight: string, models: readonly string[]): boolean {
  const inner = models.at(-1);
  const before = plainName(weight).split('/').slice(0, -2);
  return inner === undefined ? before.length === 0 : before.includes(inner);
}

/**
 * Name of one of the layer's own weights in the files. Keras 3 puts the names of the models around a
 * layer before its own; TensorFlow.js does not.
 * @param names of the weight, as one version of Keras or another has it
 */
export function weightName({ layer, weights }: ImportContext, ...names: readonly string[]): string {
  const own = layer.path.at(-1) ?? '';
  for (const name of names) {
    const wanted = `${own}/${name}`;
    const found = [...weights.keys()].filter(
      (key) => plainName(key) === wanted || plainName(key).endsWith(`/${wanted}`),
    );
    const inside = found.filter((key) => isInside(key, layer.path.slice(0, -1)));
    const [first] = inside.length === 1 ? inside : found;
    if (first !== undefined && (found.length === 1 || inside.length === 1)) return first;
  }
  return `${own}/${names[0] ?? ''}`;
}

export function biasOf(context: ImportContext): { bias?: string } {
  return field(context.layer, 'use_bias', flag(true)) ? { bias: weightName(context, 'bias') } : {};
}
