import { z } from '../../protocol/zod.ts';
import { LabError } from '../../protocol/lab-error.ts';
import { STEP_MARK } from './import-context.ts';
import type { GraphReading } from './graph-reading.ts';
import { inboundLayers, type LayerValue, onlyValue } from './inbound-layers.ts';
import { field, type LayerReading } from './layer-config.ts';
import {
  type FunctionalConfig,
  type LayerSpec,
  type ModelConfig,
  modelConfigSchema,
} from './layers-schema.ts';

/** Classes whose layers are models themselves. */
const MODELS: ReadonlySet<string> = new Set(['Sequential', 'Model', 'Functional']);

/** A layer of a model at one of its uses. */
interface Use {
  readonly spec: LayerSpec;
  readonly layer: LayerReading;
  readonly inputs: readonly LayerValue[];
}

/** The model around layers; none for the outermost. */
type Around = LayerReading | undefined;

/** @param use how often the layer has been used before */
function layerReading(spec: LayerSpec, around: Around, use = 0): LayerReading {
  const { class_name: className, config } = spec;
  const unnamed = { name: '', path: [], className, config };
  const own = spec.name ?? field(unnamed, 'name', z.string().min(1));
  const path = [...(around?.path ?? []), own];
  const name = around === undefined ? own : `${around.name}/${own}`;
  return { name: use === 0 ? name : `${name}${STEP_MARK}${use + 1}`, path, className, config };
}

function nestedConfig({ name, className, config }: LayerReading): ModelConfig {
  const parsed = modelConfigSchema.safeParse({ class_name: className, config });
  if (parsed.success) return parsed.data;
  throw new LabError('model-corrupt', `The layers of model "${name}" cannot be read.`, name);
}

/** Reads a layer, or the layers of a model that takes the place of one. */
function readLayer(reading: GraphReading, layer: LayerReading, inputs: readonly string[]): string {
  if (!MODELS.has(layer.className)) return reading.read(layer, inputs);
  if (inputs.length > 1) {
    throw new LabError(
      'model-unsupported',
      `Model "${layer.name}" inside the model has ${inputs.length} inputs.`,
      layer.name,
    );
  }
  return readModel(nestedConfig(layer), reading, layer, inputs[0]);
}

function readStack(
  layers: readonly LayerSpec[],
  reading: GraphReading,
  around: Around,
  given: string | undefined,
): string {
  let value = given;
  for (const spec of layers) {
    const layer = layerReading(spec, around);
    if (layer.className === 'InputLayer') {
      value ??= reading.addInput(layer);
      continue;
    }
    if (!MODELS.has(layer.className)) value ??= reading.addInput(layer);
    value = readLayer(reading, layer, value === undefined ? [] : [value]);
  }
  if (value === undefined) throw new LabError('model-corrupt', 'The model has no layers.');
  return value;
}

/** Values of a model's layers by name, one for each use. */
class LayerValues {
  readonly #values = new Map<string, string[]>();
  readonly #uses = new Map<string, number>();
  readonly #firstUse = new Map<string, number>();

  constructor(uses: readonly Use[], references: readonly LayerValue[]) {
    for (const { layer } of uses) {
      const own = layer.path.at(-1) ?? '';
      this.#uses.set(own, (this.#uses.get(own) ?? 0) + 1);
    }
    // A model inside a model counts its own definition as its first use.
    for (const { layer, use } of references) {
      if (use >= (this.#uses.get(layer) ?? 0)) this.#firstUse.set(layer, 1);
    }
  }

  add({ path }: LayerReading, node: string): void {
    const own = path.at(-1) ?? '';
    this.#values.set(own, [...(this.#values.get(own) ?? []), node]);
  }

  node({ layer, use }: LayerValue): string | undefined {
    const values = this.#values.get(layer);
    const only = this.#uses.get(layer) === 1;
    return only ? values?.[0] : values?.[use - (this.#firstUse.get(layer) ?? 0)];
  }
}

function usesOf(layers: readonly LayerSpec[], around: Around): Use[] {
  return layers.flatMap((spec) => {
    const first = layerReading(spec, around);
    if (first.className === 'InputLayer') return [{ spec, layer: first, inputs: [] }];
    return inboundLayers(spec, first.name).map((inputs, use) => {
      return { spec, layer: layerReading(spec, around, use), inputs };
    });
  });
}

/** Reads the layers of a model in the order in which they can be computed. */
function readFunctional(
  { layers, input_layers: inputs, output_layers: outputs }: FunctionalConfig,
  reading: GraphReading,
  around: Around,
  given: string | undefined,
): string {
  onlyValue(inputs, 'input');
  const output = onlyValue(outputs, 'output');
  let waiting = usesOf(layers, around);
  const values = new LayerValues(waiting, [output, ...waiting.flatMap((use) => use.inputs)]);
  while (waiting.length > 0) {
    const later = waiting.filter(({ layer, inputs: read }, index) => {
      const earlier = waiting
        .slice(0, index)
        .some((use) => use.layer.path.at(-1) === layer.path.at(-1));
      const nodes = read.flatMap((value) => values.node(value) ?? []);
      if (nodes.length < read.length || earlier) return true;
      const isInput = layer.className === 'InputLayer';
      const node = isInput ? (given ?? reading.addInput(layer)) : readLayer(reading, layer, nodes);
      values.add(layer, node);
      return false;
    });
    const [stuck] = later;
    if (stuck !== undefined && later.length === waiting.length) throw missingInputs(stuck, values);
    waiting = later;
  }
  const node = values.node(output);
  if (node !== undefined) return node;
  const { layer } = output;
  throw new LabError('model-corrupt', `The model's output "${layer}" is missing.`, layer);
}

function missingInputs({ layer, inputs }: Use, values: LayerValues): LabError {
  const missing = inputs.filter((value) => values.node(value) === undefined);
  const names = missing.map((value) => value.layer).join(', ');
  return new LabError(
    'model-corrupt',
    `Layer "${layer.name}" reads layers that are missing: ${names}.`,
    layer.name,
  );
}

/**
 * Reads the layers of a model, and of the models inside it.
 * @param around the model as a layer of another; none for the outermost
 * @param given node that stands for its input; default: its own input layer becomes the input
 * @returns name of the node that gives its answer
 */
export function readModel(
  model: ModelConfig,
  reading: GraphReading,
  around?: Around,
  given?: string,
): string {
  return model.class_name === 'Sequential'
    ? readStack(model.config, reading, around, given)
    : readFunctional(model.config, reading, around, given);
}
