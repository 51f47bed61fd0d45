import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as tf from '@tensorflow/tfjs-core';
import { startBackend } from '../src/engine/backends/start-backend.ts';
import { readGraph } from '../src/engine/formats/read-graph.ts';
import { createClassifier } from '../src/engine/graph/classifier.ts';
import { standardNetworks } from '../src/engine/models/standard-networks.ts';

const SIDE = 224;
const SCRIPT = new URL('torchvision/full_size.py', import.meta.url);

/** Largest error that is allowed, in standard deviations between pictures. */
const BAR = 1e-3;

interface Golden {
  readonly versions: Readonly<Record<string, string>>;
  readonly logits: readonly (readonly number[])[];
}

interface Comparison {
  /** Largest difference of a logit, over the spread of logits between pictures. */
  readonly error: number;
  readonly sameTop: number;
  /** Classes that win for some picture. */
  readonly classes: number;
}

const topOf = (row: readonly number[]): number => row.indexOf(Math.max(...row));

function spread(logits: readonly (readonly number[])[]): number {
  const classes = logits[0]?.length ?? 0;
  let sum = 0;
  for (let label = 0; label < classes; label += 1) {
    const column = logits.map((row) => row[label] ?? NaN);
    const mean = column.reduce((total, value) => total + value, 0) / column.length;
    sum += Math.sqrt(
      column.reduce((total, value) => total + (value - mean) ** 2, 0) / column.length,
    );
  }
  return sum / classes;
}

function compare(own: readonly (readonly number[])[], golden: Golden['logits']): Comparison {
  let largest = 0;
  golden.forEach((row, image) =>
    row.forEach((value, label) => {
      largest = Math.max(largest, Math.abs(value - (own[image]?.[label] ?? Infinity)));
    }),
  );
  return {
    error: largest / spread(golden),
    sameTop: golden.filter((row, image) => topOf(row) === topOf(own[image] ?? [])).length,
    classes: new Set(golden.map(topOf)).size,
  };
}

async function answers(weights: ArrayBuffer, images: Float32Array, count: number) {
  const graph = readGraph({ format: 'safetensors', architecture: 'auto', weights });
  const classifier = createClassifier(graph);
  const size = SIDE * SIDE * 3;
  const rows: number[][] = [];
  for (let image = 0; image < count; image += 1) {
    const x = tf.tensor4d(images.slice(image * size, (image + 1) * size), [1, SIDE, SIDE, 3]);
    const logits = classifier.logits(x);
    rows.push(Array.from(await logits.data()));
    tf.dispose([x, logits]);
  }
  classifier.dispose();
  return rows;
}

async function check(name: string, count: number, python: string): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'torchvision-'));
  try {
    execFileSync(python, [SCRIPT.pathname, name, String(count), folder], { stdio: 'inherit' });
    const bytesOf = (file: string): ArrayBuffer =>
      new Uint8Array(readFileSync(join(folder, file))).buffer;
    const { logits } = JSON.parse(readFileSync(join(folder, 'logits.json'), 'utf8')) as Golden;
    const images = new Float32Array(bytesOf('images.bin'));
    const own = await answers(bytesOf('weights.safetensors'), images, count);
    const { error, sameTop, classes } = compare(own, logits);
    console.log(
      `${name}: error ${error.toExponential(1)} of the spread, same top class ${sameTop} of ${count}, ${classes} classes occur`,
    );
    return error <= BAR && sameTop === count;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    python: { type: 'string', default: 'python3' },
    images: { type: 'string', default: '100' },
  },
});
await startBackend('wasm', {});
const names = positionals.length > 0 ? positionals : Object.keys(standardNetworks);
let passed = true;
for (const name of names) {
  passed = (await check(name, Number(values.images), values.python)) && passed;
}
if (!passed) process.exitCode = 1;
