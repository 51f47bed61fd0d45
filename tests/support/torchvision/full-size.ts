import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Answers, FileFormat } from './program.ts';
import { answer, bytesOf } from './program.ts';

type Numbers = Float32Array | Float64Array;

const PYTHONS = ['python3', '/usr/bin/python3'];

const networkSchema = z.object({
  versions: z.object({ torch: z.string(), torchvision: z.string() }),
  side: z.number(),
  classes: z.number(),
  single: z.object({ logitError: z.number(), sameTopClass: z.number() }),
});

const ownGradientSchema = z.object({
  error: z.number(),
  plain: z.number(),
  different: z.number(),
  slip: z.number(),
});

const gradientsSchema = z
  .object({ single: z.array(z.object({ plain: z.number() })) })
  .catchall(z.array(ownGradientSchema));

/** Of one image's input gradient; errors in units of its largest entry. See decisions.py. */
export type GradientCheck = z.output<typeof ownGradientSchema>;

export interface FormatCheck extends Omit<Answers, 'logits'> {
  readonly format: FileFormat;
  /** Largest error of a logit, in units of the spread of logits between images. */
  readonly logitError: number;
  readonly sameTopClass: number;
  /** One for each image whose gradient was compared. */
  readonly gradients: readonly GradientCheck[];
}

export interface FullSizeCheck {
  readonly versions: { readonly torch: string; readonly torchvision: string };
  readonly images: number;
  readonly distinctClasses: number;
  /** PyTorch's own float32 against its float64. */
  readonly single: {
    readonly logitError: number;
    readonly sameTopClass: number;
    /** Largest error of each image's gradient, in units of its largest entry. */
    readonly gradientErrors: readonly number[];
  };
  readonly formats: readonly FormatCheck[];
}

export interface FullSizeOptions {
  readonly formats: readonly FileFormat[];
  readonly images: number;
  /** Of how many images the gradient is compared. */
  readonly gradients: number;
  /** Of the ONNX file. */
  readonly opset: number;
}

/** A Python that has torchvision, if there is one. */
export function torchPython(): string | undefined {
  const look = 'import importlib.util as u; exit(u.find_spec("torchvision") is None)';
  return PYTHONS.find((python) => spawnSync(python, ['-c', look]).status === 0);
}

/** Runs one of tests/fixtures/torchvision and gives the JSON that it prints last. */
function printed(python: string, script: string, args: readonly string[]): unknown {
  const path = fileURLToPath(new URL(`../../fixtures/torchvision/${script}`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(python, ['-B', '-W', 'ignore', path, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`${script} failed: ${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

/** Rows of a matrix [rows, classes]. */
function rowsOf(matrix: Numbers, classes: number): Numbers[] {
  return Array.from({ length: matrix.length / classes }, (_, row) =>
    matrix.subarray(row * classes, (row + 1) * classes),
  );
}

const topOf = (row: Numbers): number => row.indexOf(Math.max(...row));

/** Root mean square over images and classes of a logit's difference from its class's mean. */
function spreadOf(rows: readonly Numbers[]): number {
  const [first] = rows;
  const squares = Array.from(first ?? [], (_, label) => {
    const mean = rows.reduce((sum, row) => sum + (row[label] ?? NaN), 0) / rows.length;
    return rows.reduce((sum, row) => sum + ((row[label] ?? NaN) - mean) ** 2, 0) / rows.length;
  });
  return Math.sqrt(squares.reduce((sum, value) => sum + value, 0) / squares.length);
}

function largestDifference(a: Float32Array, b: Float64Array): number {
  return a.reduce((most, value, index) => Math.max(most, Math.abs(value - (b[index] ?? NaN))), 0);
}

/**
 * Makes one of torchvision's networks in full size and compares the lab's answers, and gradients of
 * the input, with those of PyTorch in float64.
 * @param name as in torchvision.models
 */
export function checkFullSize(
  python: string,
  name: string,
  { formats, images, gradients, opset }: FullSizeOptions,
): FullSizeCheck {
  const folder = mkdtempSync(join(tmpdir(), 'torchvision-'));
  try {
    const made = printed(python, 'make_network.py', [name, folder, `${images}`, `${opset}`]);
    const { versions, side, classes, single } = networkSchema.parse(made);
    const wanted = new Float64Array(bytesOf(folder, 'logits.bin'));
    const rows = rowsOf(wanted, classes);
    const spread = spreadOf(rows);
    const answers = formats.map((format) => {
      const { logits, ...rest } = answer(folder, format, { side, classes, images, gradients });
      const own = rowsOf(logits, classes);
      return {
        ...rest,
        format,
        logitError: largestDifference(logits, wanted) / spread,
        sameTopClass: own.filter((row, at) => topOf(row) === topOf(rows[at] ?? wanted)).length,
      };
    });
    const compared = gradientsSchema.parse(
      printed(python, 'check_gradients.py', [name, folder, `${gradients}`, ...formats]),
    );
    return {
      versions,
      images,
      distinctClasses: new Set(rows.map(topOf)).size,
      single: { ...single, gradientErrors: compared.single.map(({ plain }) => plain) },
      formats: answers.map((each) => ({ ...each, gradients: compared[each.format] ?? [] })),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
