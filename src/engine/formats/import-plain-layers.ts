import { z } from '../../protocol/zod.ts';
import { flattenNodes } from './flatten-node.ts';
import { type Importer, onlyInput } from './import-context.ts';
import {
  axisSchema,
  checkDataFormat,
  field,
  flag,
  paddingSchema,
  pairSchema,
  unsupported,
} from './layer-config.ts';

export const softmax: Importer = (context) => {
  const { layer } = context;
  const input = onlyInput(context);
  const axis = field(layer, 'axis', axisSchema.default(-1));
  if (axis !== -1 && axis !== context.shapeOf(input).length) {
    throw unsupported(layer, 'is not over the classes');
  }
  return [{ op: 'softmax', name: layer.name, input }];
};

export const merge: Importer = ({ layer, inputs, shapeOf }) => {
  const [first] = inputs;
  if (first === undefined) throw unsupported(layer, 'needs inputs');
  if (layer.className === 'Concatenate') {
    const axis = field(layer, 'axis', z.int().default(-1));
    if (axis !== -1 && axis !== shapeOf(first).length) {
      throw unsupported(layer, 'joins along an axis that is not the last one');
    }
    return [{ op: 'concat', name: layer.name, inputs, activation: 'linear' }];
  }
  const op = layer.className === 'Multiply' ? 'multiply' : 'add';
  return [{ op, name: layer.name, inputs, activation: 'linear' }];
};

export const pool: Importer = (context) => {
  const { layer } = context;
  checkDataFormat(layer);
  const size = field(layer, 'pool_size', pairSchema.default([2, 2]));
  return [
    {
      op: layer.className === 'MaxPooling2D' ? 'maxPool' : 'averagePool',
      name: layer.name,
      input: onlyInput(context),
      size,
      strides: field(layer, 'strides', pairSchema.nullish()) ?? size,
      padding: field(layer, 'padding', paddingSchema.default('valid')),
    },
  ];
};

export const globalPool: Importer = (context) => {
  const { layer } = context;
  checkDataFormat(layer);
  const op = layer.className === 'GlobalAveragePooling2D' ? 'globalAveragePool' : 'globalMaxPool';
  const pooled = { op, name: layer.name, input: onlyInput(context) } as const;
  return [field(layer, 'keepdims', flag(false)) ? { ...pooled, keepDims: true } : pooled];
};

export const flatten: Importer = (context) => {
  checkDataFormat(context.layer);
  const { layer, nodeOf, shapeOf } = context;
  return flattenNodes(layer.name, onlyInput(context), nodeOf, shapeOf);
};

export const dropout: Importer = (context) => [
  {
    op: 'dropout',
    name: context.layer.name,
    input: onlyInput(context),
    rate: field(context.layer, 'rate', z.number().min(0).lt(1)),
  },
];

const side = z.int().min(0).max(4096);
const zeroPaddingSchema = z.union([
  side.transform((all) => [all, all, all, all] as const),
  z.tuple([side, side]).transform(([rows, columns]) => [rows, rows, columns, columns] as const),
  z
    .tuple([z.tuple([side, side]), z.tuple([side, side])])
    .transform(([rows, columns]) => [...rows, ...columns] as const),
]);

export const zeroPadding: Importer = (context) => {
  checkDataFormat(context.layer);
  const padding = field(context.layer, 'padding', zeroPaddingSchema.default([1, 1, 1, 1]));
  return [{ op: 'zeroPad', name: context.layer.name, input: onlyInput(context), padding }];
};

/** Flattening, or the step from a pooled vector to an image of one cell that MobileNet takes. */
export const reshape: Importer = (context) => {
  const { layer } = context;
  const target = field(layer, 'target_shape', z.array(z.int()));
  const input = onlyInput(context);
  const inputShape = context.shapeOf(input);
  if (target.length === 1) {
    return flattenNodes(layer.name, input, context.nodeOf, context.shapeOf);
  }
  const same = target.length === inputShape.length;
  if (same && target.every((cells, axis) => cells === inputShape[axis])) {
    return [{ op: 'activation', name: layer.name, input, activation: 'linear' }];
  }
  const [rows, columns, channels] = target;
  const oneCell = rows === 1 && columns === 1 && (channels === inputShape[0] || channels === -1);
  const source = context.nodeOf(input);
  if (target.length === 3 && oneCell && inputShape.length === 1) {
    const pools = source?.op === 'globalAveragePool' || source?.op === 'globalMaxPool';
    if (pools) return [{ ...source, name: layer.name, keepDims: true }];
    // A vector beside images already counts as an image of one cell.
    return [{ op: 'activation', name: layer.name, input, activation: 'linear' }];
  }
  throw unsupported(layer, `reshapes to [${target.join(', ')}], which cannot be run`);
};
