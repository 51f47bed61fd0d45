import { z } from '../../protocol/zod.ts';
import type { AffineNode } from '../graph/graph.ts';
import {
  type ImportContext,
  type Importer,
  onlyInput,
  STEP_MARK,
  weightName,
} from './import-context.ts';
import { field, type LayerReading, unsupported } from './layer-config.ts';

/** Keras divides by no deviation smaller than this. */
const SMALLEST_DEVIATION = 1e-7;

const numbersSchema = z.union([
  z.number().transform((value) => [value]),
  z.array(z.number()),
  // As Keras 3 writes an array, with one axis or more.
  z
    .object({ config: z.object({ value: z.unknown() }) })
    .transform(({ config }) => flat(config.value)),
  z.unknown().transform(flat),
]);

function flat(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return Array.isArray(value) ? value.flatMap(flat) : [];
}

/** One number each channel, from one for all or as many as there are channels. */
function perChannel(
  layer: LayerReading,
  key: string,
  numbers: readonly number[],
  channels: number,
) {
  const [first] = numbers;
  if (numbers.length === 1 && first !== undefined)
    return Array.from({ length: channels }, () => first);
  if (numbers.length === channels) return numbers;
  throw unsupported(layer, `has ${numbers.length} values of "${key}" for ${channels} channels`);
}

function affineNode(
  context: ImportContext,
  numbers: { readonly scale: readonly number[]; readonly shift: readonly number[] },
): AffineNode {
  const { name } = context.layer;
  return {
    op: 'affine',
    name,
    input: onlyInput(context),
    scale: context.addVector(`${name}${STEP_MARK}scale`, numbers.scale),
    shift: context.addVector(`${name}${STEP_MARK}shift`, numbers.shift),
    activation: 'linear',
  };
}

const channelsOf = (context: ImportContext): number =>
  context.shapeOf(onlyInput(context)).at(-1) ?? 0;

/** x · scale + offset, one number each, or one each channel. */
export const rescaling: Importer = (context) => {
  const { layer } = context;
  const numbers = (key: string, fallback: number): readonly number[] => {
    const given = field(layer, key, numbersSchema.optional()) ?? [fallback];
    return perChannel(layer, key, given, channelsOf(context));
  };
  return [affineNode(context, { scale: numbers('scale', 1), shift: numbers('offset', 0) })];
};

/** (x − mean) / √variance, from the config or as weights of the files. */
export const normalization: Importer = (context) => {
  const { layer, weights } = context;
  if (layer.config['invert'] === true) throw unsupported(layer, 'turns a normalisation back');
  const numbers = (key: string): readonly number[] => {
    const listed = field(layer, key, numbersSchema.nullish()) ?? [];
    const stored = weights.get(weightName(context, key))?.values ?? [];
    return perChannel(
      layer,
      key,
      listed.length > 0 ? listed : Array.from(stored),
      channelsOf(context),
    );
  };
  const mean = numbers('mean');
  const scale = numbers('variance').map(
    (variance) => 1 / Math.max(Math.sqrt(variance), SMALLEST_DEVIATION),
  );
  return [
    affineNode(context, { scale, shift: scale.map((value, at) => -value * (mean[at] ?? NaN)) }),
  ];
};

/** Layers that only change what they see in training. */
export const trainingOnly: Importer = (context) => [
  {
    op: 'activation',
    name: context.layer.name,
    input: onlyInput(context),
    activation: 'linear',
  },
];

/** Class names of {@link trainingOnly} layers. */
export const TRAINING_ONLY: readonly string[] = [
  'ActivityRegularization',
  'AlphaDropout',
  'GaussianDropout',
  'GaussianNoise',
  'SpatialDropout2D',
  'RandomFlip',
  'RandomRotation',
  'RandomZoom',
  'RandomTranslation',
  'RandomContrast',
  'RandomBrightness',
];
