import { z } from '../../protocol/zod.ts';
import { type Importer, onlyInput, weightName } from './import-context.ts';
import { axisSchema, field, flag, unsupported } from './layer-config.ts';

export const layerNorm: Importer = (context) => {
  const { layer } = context;
  const input = onlyInput(context);
  const axis = field(layer, 'axis', axisSchema.default(-1));
  if (axis !== -1 && axis !== context.shapeOf(input).length) {
    throw unsupported(layer, 'normalises an axis that is not the last one');
  }
  return [
    {
      op: 'layerNorm',
      name: layer.name,
      input,
      ...(field(layer, 'scale', flag(true)) ? { gamma: weightName(context, 'gamma') } : {}),
      ...(field(layer, 'center', flag(true)) ? { beta: weightName(context, 'beta') } : {}),
      epsilon: field(layer, 'epsilon', z.number().min(0).default(1e-3)),
    },
  ];
};

const dimsSchema = z.tuple([z.literal(3), z.literal(1), z.literal(2)]);

/** The step before a flattening in the order of channels, rows and columns. */
export const permute: Importer = (context) => {
  const { layer } = context;
  if (!dimsSchema.safeParse(layer.config['dims']).success) {
    throw unsupported(layer, 'permutes axes in a way that cannot be run');
  }
  return [
    { op: 'transposeFlatten', name: layer.name, input: onlyInput(context), order: 'channelsFirst' },
  ];
};
