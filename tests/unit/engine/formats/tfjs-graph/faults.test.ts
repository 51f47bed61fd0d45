import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../../../src/engine/formats/read-graph.ts';
import { LabError } from '../../../../../src/protocol/lab-error.ts';
import { bool, GraphDef, ints, text, texts, int, window } from '../../../../support/graph-def.ts';
import { mobileNet } from '../../../../support/graph-defs.ts';
import { edited, type Files } from '../../../../support/saved-layers.ts';

function errorOf(files: Files): LabError {
  try {
    readGraph({ format: 'tfjs', ...files });
  } catch (error) {
    if (error instanceof LabError) return error;
    throw error;
  }
  throw new Error('the model was accepted');
}

const start = (g: GraphDef): string => g.placeholder('x', [-1, 8, 8, 3]);

/** A graph with one more operation between the input and a mean of each channel. */
function around(build: (g: GraphDef, x: string) => string): Files {
  const g = new GraphDef();
  const x = build(g, start(g));
  g.op('Mean', 'mean', [x, g.integers('axes', [2], [1, 2])]);
  return g.files();
}

describe('a graph model that cannot be used', () => {
  it('is told with all its unknown operations at once', () => {
    const files = around((g, x) => {
      const big = g.op('ResizeBilinear', 'big', [x, g.integers('size', [2], [16, 16])]);
      const mirrored = g.op('MirrorPad', 'mirror', [big, g.integers('sides', [4, 2], [0, 0])]);
      return g.op('ResizeBilinear', 'bigger', [mirrored, 'size']);
    });
    expect(errorOf(files)).toMatchObject({
      kind: 'model-unsupported',
      message:
        'The model has operations that cannot be run: ResizeBilinear ("big" and 1 more), MirrorPad ("mirror").',
    });
  });

  it('may have unknown operations that its answer does not need', () => {
    const g = new GraphDef();
    const x = start(g);
    g.op('Where', 'aside', [x]);
    g.op('Mean', 'mean', [x, g.integers('axes', [2], [1, 2])]);
    const graph = readGraph({ format: 'tfjs', ...g.files(['mean']) });
    expect(graph.output).toBe('mean');
  });

  it.each([
    [
      'channels first',
      (g: GraphDef, x: string) =>
        g.op(
          'Conv2D',
          'bad',
          [x, g.wave('w', [1, 1, 3, 4])],
          window(1, 'SAME', { data_format: text('NCHW') }),
        ),
    ],
    [
      'a fused PReLU',
      (g: GraphDef, x: string) =>
        g.op(
          '_FusedConv2D',
          'bad',
          [x, g.wave('w', [1, 1, 3, 4]), g.wave('b', [4]), g.wave('a', [4])],
          window(1, 'SAME', { fused_ops: texts('BiasAdd', 'Prelu'), num_args: int(2) }),
        ),
    ],
    [
      'batch norm in training mode',
      (g: GraphDef, x: string) =>
        g.op('FusedBatchNormV3', 'bad', [x, ...g.statistics('s', 3)], { is_training: bool(true) }),
    ],
    ['a division by the picture', (g: GraphDef, x: string) => g.op('RealDiv', 'bad', ['one', x])],
    [
      'filters made from the picture',
      (g: GraphDef, x: string) => g.op('Conv2D', 'bad', [x, x], window(1, 'SAME')),
    ],
    [
      'padding other than zero',
      (g: GraphDef, x: string) =>
        g.op('PadV2', 'bad', [
          x,
          g.integers('sides', [4, 2], [0, 0, 1, 1, 1, 1, 0, 0]),
          g.floats('with', [], [1]),
        ]),
    ],
    ['a softmax over cells', (g: GraphDef, x: string) => g.op('Softmax', 'bad', [x])],
    [
      'a shape of its own',
      (g: GraphDef, x: string) =>
        g.op('Reshape', 'bad', [x, g.integers('target', [3], [-1, 64, 3])]),
    ],
    [
      'channels that are joined elsewhere',
      (g: GraphDef, x: string) =>
        g.op('ConcatV2', 'bad', [x, x, g.integers('axis', [], [1])], { N: int(2) }),
    ],
    [
      'strides along the batch',
      (g: GraphDef, x: string) =>
        g.op(
          'MaxPool',
          'bad',
          [x],
          window(1, 'SAME', { ksize: ints(2, 1, 1, 1), strides: ints(2, 1, 1, 1) }),
        ),
    ],
  ])('names the operation: %s', (_, build) => {
    const error = errorOf(
      around((g, x) => {
        g.floats('one', [], [1]);
        return build(g, x);
      }),
    );
    expect(error).toMatchObject({ kind: 'model-unsupported', subject: 'bad' });
    expect(error.message).toContain('Operation "bad"');
  });

  it('is called misshapen with two outputs, two inputs or no image', () => {
    const two = new GraphDef();
    const x = start(two);
    const axes = two.integers('axes', [2], [1, 2]);
    two.op('Mean', 'mean', [x, axes]);
    two.op('Max', 'max', [x, axes]);
    expect(errorOf(two.files())).toMatchObject({ kind: 'model-shape' });
    expect(errorOf(two.files(['mean', 'max'])).message).toContain('2 outputs: mean, max');

    const inputs = around((g, image) =>
      g.op('AddV2', 'sum', [image, g.placeholder('y', [-1, 8, 8, 3])]),
    );
    expect(errorOf(inputs).message).toContain('2 inputs: x, y');

    const vector = new GraphDef();
    vector.op('Relu', 'relu', [vector.placeholder('x', [-1, 8])]);
    expect(errorOf(vector.files())).toMatchObject({ kind: 'model-shape', subject: 'x' });
    const map = new GraphDef();
    map.op('Relu', 'relu', [start(map)]);
    expect(errorOf(map.files()).kind).toBe('model-shape');
  });

  it('is called corrupt where its files are damaged or do not belong together', () => {
    const files = mobileNet([16, 16]);
    const short = errorOf({ ...files, weights: files.weights.slice(0, -4) });
    expect(short).toMatchObject({ kind: 'model-corrupt', subject: 'Predictions/shape' });
    const long = { ...files, weights: new ArrayBuffer(files.weights.byteLength + 4) };
    expect(errorOf(long).message).toContain('do not belong together');
    expect(errorOf({ ...files, weights: new ArrayBuffer(0) }).message).toMatch(
      /cut short or missing/,
    );

    const nan = files.weights.slice(0);
    new DataView(nan).setFloat32(8, NaN, true);
    expect(errorOf({ ...files, weights: nan })).toMatchObject({ kind: 'model-corrupt' });
    expect(errorOf({ ...files, weights: nan }).message).toMatch(/"Conv2d_0.*kernel" holds values/);

    const lost = edited(files, (json) => json.replace('"Const"', '"NoConst"'));
    expect(errorOf(lost).kind).toBe('model-unsupported');
    const unnamed = edited(files, (json) =>
      json.replace('"name":"Conv2d_0/weights","shape"', '"name":"other","shape"'),
    );
    expect(errorOf(unnamed)).toMatchObject({ kind: 'model-corrupt', subject: 'Conv2d_0/weights' });
    const unread = edited(files, (json) =>
      json.replaceAll('"input":["images",', '"input":["photos",'),
    );
    expect(errorOf(unread)).toMatchObject({ kind: 'model-corrupt', subject: 'photos' });
    const cut = edited(files, (json) => json.slice(0, -20));
    expect(errorOf(cut).message).toContain('model.json is not JSON');
  });
});
