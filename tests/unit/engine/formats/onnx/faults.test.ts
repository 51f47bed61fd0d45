import { describe, expect, it } from 'vitest';
import { graphFromOnnx } from '../../../../../src/engine/formats/onnx/graph-from-onnx.ts';
import { LabError } from '../../../../../src/protocol/lab-error.ts';
import { floats, node, scalar, seeded } from '../../../../support/onnx/cases/case.ts';
import type { Model } from '../../../../support/onnx/encode.ts';
import { encodeModel, int64s } from '../../../../support/onnx/encode.ts';
import { onnxFile } from '../../../../support/onnx/golden-networks.ts';

const weights = { w: seeded([4, 3, 3, 3], 1), k: seeded([4, 5], 2) };
const nodes = [
  node('Conv', 'x w', 'a'),
  node('GlobalAveragePool', 'a', 'b'),
  node('Flatten', 'b', 'c'),
  node('MatMul', 'c k', 'y'),
];

function small(changes: Partial<Model> = {}): Model {
  return { nodes, weights, ...changes };
}

function errorOf(given: Model | ArrayBuffer): LabError {
  try {
    graphFromOnnx(given instanceof ArrayBuffer ? given : encodeModel(given));
  } catch (error) {
    if (error instanceof LabError) return error;
    throw error;
  }
  throw new Error('the model was accepted');
}

describe('an ONNX file that cannot be used', () => {
  it('is called corrupt where it ends too soon, wherever that is', () => {
    const whole = onnxFile('squeezenet');
    for (const share of [0.0001, 0.003, 0.1, 0.25, 0.5, 0.75, 0.999]) {
      const error = errorOf(whole.slice(0, Math.round(share * whole.byteLength)));
      expect(error.kind).toBe('model-corrupt');
      expect(error.message).toMatch(/cut short|not a whole ONNX file/);
    }
  });

  it('is called corrupt where it is something else', () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
    const text = new TextEncoder().encode('{"format": "layers-model"}');
    for (const bytes of [png, text, new Uint8Array(0), new Uint8Array(4000)]) {
      const error = errorOf(Uint8Array.from(bytes).buffer);
      expect(error.kind).toBe('model-corrupt');
      expect(error.message).toContain('ONNX');
    }
  });

  it('is refused or read, but never fails otherwise, with any byte changed', () => {
    const whole = new Uint8Array(encodeModel(small()));
    let accepted = 0;
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Uint8Array.from(whole);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      try {
        graphFromOnnx(changed.buffer);
        accepted += 1;
      } catch (error) {
        expect(error).toBeInstanceOf(LabError);
      }
    }
    expect(accepted).toBeGreaterThan(0);
    expect(accepted).toBeLessThan(whole.length);
  });

  it('is called corrupt where a weight does not have the values of its shape', () => {
    const short = small({ weights: { ...weights, w: { shape: [4, 3, 3, 3], values: [1, 2] } } });
    expect(errorOf(short)).toMatchObject({ kind: 'model-corrupt', subject: 'w' });
    expect(errorOf(short).message).toContain('"w" has 2 values');
    const huge = { shape: [2 ** 31, 2 ** 31, 3, 3], values: [1] };
    expect(errorOf(small({ weights: { ...weights, w: huge } })).kind).toBe('model-corrupt');
    const other = small({ weights: { ...weights, k: seeded([3, 5], 2) } });
    expect(errorOf(other)).toMatchObject({ kind: 'model-corrupt', subject: 'MatMul of y' });
  });

  it('is called corrupt where a weight is not a finite number', () => {
    for (const value of [NaN, Infinity]) {
      const values = weights.w.values.map((own, index) => (index === 7 ? value : own));
      const error = errorOf(small({ weights: { ...weights, w: { ...weights.w, values } } }));
      expect(error).toMatchObject({ kind: 'model-corrupt', subject: 'Conv of a' });
      expect(error.message).toContain('not finite');
    }
  });

  it('is called corrupt where a node reads what no other gives', () => {
    const error = errorOf(small({ nodes: [node('Relu', 'missing', 'y')] }));
    expect(error).toMatchObject({ kind: 'model-corrupt', subject: 'Relu of y' });
    expect(error.message).toContain('"missing"');
    const circle = [
      node('Identity', 'q', 'p'),
      node('Identity', 'p', 'q'),
      node('Mul', 'x q', 'y'),
    ];
    expect(errorOf(small({ nodes: circle }))).toMatchObject({ kind: 'model-corrupt' });
    const itself = [node('Identity', 'own', 'own'), node('Mul', 'x own', 'y')];
    const own = { own: { shape: [1, 3, 4, 5], values: seeded([60], 5).values } };
    expect(errorOf(small({ nodes: itself, weights: own })).kind).toBe('model-unsupported');
  });

  it('is called unsupported where its weights are in another file', () => {
    const external = { ...weights.w, external: true };
    const error = errorOf(small({ weights: { ...weights, w: external } }));
    expect(error).toMatchObject({ kind: 'model-unsupported', subject: 'w' });
    expect(error.message).toContain('another file');
  });

  it('is called unsupported with all operators that cannot be run, each with its nodes', () => {
    const strange = [
      node('Resize', 'x', 'p'),
      node('NonZero', 'p', 'q'),
      node('Resize', 'q', 'r'),
      { ...node('FusedConv', 'r w', 's'), domain: 'com.microsoft' },
      node('Upsample', 'x', 'unread'),
      node('Flatten', 's', 'y'),
    ];
    const error = errorOf(small({ nodes: strange }));
    expect(error.kind).toBe('model-unsupported');
    expect(error.message).toContain(
      'Resize ("Resize of p", "Resize of r"), NonZero ("NonZero of q"), com.microsoft.FusedConv ("FusedConv of s")',
    );
    expect(error.message).not.toContain('Upsample');
  });

  it('is called unsupported with the reason where it is quantised', () => {
    const quantised = [node('DequantizeLinear', 'k scale', 'floats'), ...nodes];
    const error = errorOf(
      small({
        nodes: quantised.map((each) =>
          each.op === 'MatMul' ? { ...each, inputs: ['c', 'floats'] } : each,
        ),
        weights: { ...weights, scale: scalar(0.1) },
      }),
    );
    expect(error).toMatchObject({
      kind: 'model-unsupported',
      subject: 'DequantizeLinear of floats',
    });
    expect(error.message).toContain('export it with floats');
  });

  it.each([
    ['an attribute that is not known', node('Conv', 'x w', 'z', { twist: 1 }), '"twist"'],
    ['a padding that is not known', node('Conv', 'x w', 'z', { auto_pad: 'MIRROR' }), '"MIRROR"'],
    [
      'one that reflects',
      node('Pad', 'x', 'z', { mode: 'reflect', pads: [0, 0, 1, 1, 0, 0, 1, 1] }),
      'reflect',
    ],
    [
      'padded channels',
      node('Pad', 'x', 'z', { pads: [0, 1, 0, 0, 0, 0, 0, 0] }),
      'rows and columns',
    ],
    [
      'a pooling with dilations',
      node('MaxPool', 'x', 'z', { kernel_shape: [2, 2], dilations: [2, 2] }),
      'dilations',
    ],
    ['a convolution along one axis', node('Conv', 'x line', 'z'), 'filters'],
    ['a product of two values of the image', node('MatMul', 'x x', 'z'), 'from the image'],
    ['a quotient of two values of the image', node('Div', 'x x', 'z'), 'divides'],
    ['a constant for every place', node('Mul', 'x mask', 'z'), 'one number a channel'],
    ['a mean of rows', node('ReduceMean', 'x', 'z', { axes: [2] }), 'rows and columns'],
    ['a part of the rows', node('Slice', 'x one two two', 'z'), 'does not hold the channels'],
    ['rows joined to rows', node('Concat', 'x x', 'z', { axis: 2 }), 'does not hold the channels'],
    ['a reshape across axes', node('Reshape', 'x across', 'z'), 'cuts across'],
    ['images that are joined', node('Reshape', 'x joined', 'z'), 'joins the images'],
    ['a batch that is moved', node('Transpose', 'x', 'z', { perm: [1, 0, 2, 3] }), 'the batch'],
    [
      'a norm of batches',
      node('BatchNormalization', 'x n n n n', 'z', { training_mode: 1 }),
      'training',
    ],
  ])('is called unsupported with the node: %s', (_, strange, words) => {
    const error = errorOf(
      small({
        opset: 10,
        nodes: [strange, node('GlobalAveragePool', 'z', 'p'), node('Flatten', 'p', 'y')],
        weights: {
          ...weights,
          line: seeded([4, 3, 3], 3),
          mask: seeded([1, 1, 4, 5], 4),
          one: int64s(1),
          two: int64s(2),
          across: int64s(-1, 4, 15),
          joined: int64s(3, 20, 1),
          n: floats(1, 1, 1),
        },
      }),
    );
    expect(error.kind).toBe('model-unsupported');
    expect(error.message).toContain(words);
    expect(error.message).toContain(strange.name);
  });

  it('is called unsupported where its set of operators is not read', () => {
    for (const opset of [6, 21]) {
      const error = errorOf(small({ opset }));
      expect(error.kind).toBe('model-unsupported');
      expect(error.message).toContain(`${opset}`);
    }
  });

  it('is called misshapen where it does not read one image', () => {
    const image = { name: 'x', shape: ['n', 3, 4, 5] };
    const inputs = [
      [[image, { name: 'second', shape: [1, 3] }], /2 inputs, "x", "second"/],
      [[], /no input/],
      [[{ name: 'x', shape: ['n', 12] }], /not an image/],
      [[{ ...image, type: 7 }], /not an image/],
      [[{ name: 'x', shape: ['n', 1, 4, 5] }], /3 channels/],
      [[{ name: 'x', shape: ['n', 3, 'height', 'width'] }], /size open/],
      [[{ name: 'x', shape: ['n', 3, 100_000, 5] }], /too large/],
    ] as const;
    for (const [given, words] of inputs) {
      const error = errorOf(small({ inputs: given }));
      expect(error.kind).toBe('model-shape');
      expect(error.message).toMatch(words);
    }
  });

  it('is called misshapen where it does not give one vector of classes', () => {
    const y = { name: 'y', shape: ['n', 5] };
    const second = errorOf(small({ outputs: [y, { name: 'b', shape: ['n', 4, 1, 1] }] }));
    expect(second).toMatchObject({ kind: 'model-shape' });
    expect(second.message).toContain('2 outputs, "y", "b"');
    const map = errorOf(small({ outputs: [{ name: 'a', shape: ['n', 4, 2, 3] }] }));
    expect(map).toMatchObject({ kind: 'model-shape', subject: 'a' });
    const fixed = errorOf(small({ outputs: [{ name: 'k', shape: [4, 5] }] }));
    expect(fixed).toMatchObject({ kind: 'model-shape', subject: 'k' });
    expect(errorOf(small({ outputs: [] })).kind).toBe('model-shape');
  });
});
