import { expect, test } from 'vitest';
import { byteTables, convertBytes, convertPixel } from '../../../../src/engine/lane/byte-tables.ts';
import { preprocessSchema } from '../../../../src/protocol/spec.ts';

const caffe = preprocessSchema.parse({ channels: 'bgr', range: [0, 255], mean: [104, 117, 123] });
const imagenet = preprocessSchema.parse({
  mean: [0.485, 0.456, 0.406],
  std: [0.229, 0.224, 0.225],
});

function convert(preprocess: typeof caffe, bytes: number[]): number[] {
  const target = new Float32Array(bytes.length);
  convertBytes(byteTables(preprocess), Uint8Array.from(bytes), target, 0);
  return [...target];
}

test('bytes are scaled to the unit interval by default', () => {
  expect(convert(preprocessSchema.parse({}), [0, 51, 255])).toEqual([0, Math.fround(0.2), 1]);
});

test('mean and deviation apply after scaling, channel by channel', () => {
  const [red, green, blue] = convert(imagenet, [255, 0, 128]);
  expect(red).toBe(Math.fround((1 - 0.485) / 0.229));
  expect(green).toBe(Math.fround((0 - 0.456) / 0.224));
  expect(blue).toBe(Math.fround((128 / 255 - 0.406) / 0.225));
});

test('blue comes first for networks that read BGR, and means follow that order', () => {
  expect(convert(caffe, [10, 20, 30])).toEqual([30 - 104, 20 - 117, 10 - 123]);
});

test('a single pixel converts as it does within its image', () => {
  const bytes = Uint8Array.from({ length: 12 }, (_, index) => 21 * index);
  const tables = byteTables(imagenet);
  const whole = new Float32Array(12);
  convertBytes(tables, bytes, whole, 0);
  const pixel = new Float32Array(5);
  convertPixel(tables, bytes, 2, pixel, 1);
  expect([...pixel]).toEqual([0, ...whole.slice(6, 9), 0]);
});
