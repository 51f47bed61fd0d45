import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LabError } from '../protocol/lab-error.ts';
import type { BackendName } from '../protocol/lane.ts';
import type { ReportFormat } from '../run/report/report-format.ts';
import { reportPlace } from './report-place.ts';

interface FileArguments {
  /** Absolute path of the spec. */
  readonly spec: string;
  /** Absolute path of the folder for the results. */
  readonly out: string;
}

/** Of a command that computes with models. */
export interface SweepArguments extends FileArguments {
  readonly command: 'sweep' | 'attack' | 'repair';
  readonly backend: BackendName;
  /** As many as there are cores and room for the models where undefined. */
  readonly lanes: number | undefined;
  /** Largest number of images of a unit; the run's own default where undefined. */
  readonly chunk: number | undefined;
}

/** `out` is a zip where it ends in .zip. */
export interface AugmentArguments extends FileArguments {
  readonly command: 'augment';
}

/** Writes up results that exist already. */
export interface ReportArguments {
  readonly command: 'report';
  /** Absolute paths of the results, or of the folders that they lie in. */
  readonly results: readonly string[];
  /** Absolute path of the file. */
  readonly out: string;
  readonly format: ReportFormat;
}

export type LabArguments =
  SweepArguments | AugmentArguments | ReportArguments | { readonly command: 'help' };

const BACKENDS: readonly BackendName[] = ['wasm', 'webgpu', 'cpu'];
const MAX_LANES = 256;
const MAX_CHUNK = 4096;

function refuse(field: string, message: string): never {
  throw new LabError('spec-invalid', `${field}: ${message}; see "lab help"`, field);
}

function positiveInteger(option: string, text: string, max: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= 1 && value <= max) return value;
  return refuse(option, `"${text}" is not a whole number from 1 to ${max}`);
}

function backendNamed(text: string): BackendName {
  const backend = BACKENDS.find((name) => name === text);
  return backend ?? refuse('--backend', `"${text}" is not one of ${BACKENDS.join(', ')}`);
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        backend: { type: 'string' },
        lanes: { type: 'string' },
        chunk: { type: 'string' },
        format: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    const [sentence] = (error instanceof Error ? error.message : String(error)).split('. ');
    return refuse('arguments', sentence ?? '');
  }
}

type Given = ReturnType<typeof parse>['values'];

function refuseOptions(command: string, given: Given, names: readonly (keyof Given)[]): void {
  const unused = names.find((name) => given[name]);
  if (unused !== undefined) refuse(`--${unused}`, `${command} has no such option`);
}

function reportArguments(given: Given, paths: readonly string[], folder: string): ReportArguments {
  if (paths.length === 0) refuse('arguments', 'report needs the path of a result.json');
  refuseOptions('report', given, ['backend', 'lanes', 'chunk']);
  const place = reportPlace(given.out, given.format);
  if (place === null) {
    return refuse('--format', `"${given.format}" is not one of html, markdown, latex`);
  }
  return {
    command: 'report',
    results: paths.map((path) => resolve(folder, path)),
    out: resolve(folder, place.file),
    format: place.format,
  };
}

/**
 * Reads the arguments after the name of the command.
 * @param folder - relative paths start there
 * @throws LabError `spec-invalid` naming the option
 */
export function parseArguments(argv: readonly string[], folder: string): LabArguments {
  const { values, positionals } = parse(argv);
  const [command, spec, ...rest] = positionals;
  if (values.help || command === 'help') return { command: 'help' };
  if (command === undefined) refuse('arguments', 'no command given');
  if (command === 'report') return reportArguments(values, positionals.slice(1), folder);
  if (
    command !== 'sweep' &&
    command !== 'attack' &&
    command !== 'repair' &&
    command !== 'augment'
  ) {
    return refuse('arguments', `unknown command "${command}"`);
  }
  if (spec === undefined) return refuse('arguments', `${command} needs the path of a spec`);
  if (rest.length > 0) refuse('arguments', `"${rest[0]}" is one argument too many`);
  if (!values.out) return refuse('--out', 'name the folder for the results');
  refuseOptions(command, values, ['format']);
  const files = { spec: resolve(folder, spec), out: resolve(folder, values.out) };
  if (command === 'augment') {
    const unused = (['backend', 'lanes', 'chunk'] as const).find((name) => values[name]);
    if (unused !== undefined) refuse(`--${unused}`, 'augment runs no model and has no such option');
    return { command, ...files };
  }
  if (command === 'repair' && values.chunk) refuse('--chunk', 'a repair has no such option');
  return {
    command,
    ...files,
    backend: backendNamed(values.backend ?? 'wasm'),
    lanes:
      values.lanes === undefined ? undefined : positiveInteger('--lanes', values.lanes, MAX_LANES),
    chunk:
      values.chunk === undefined ? undefined : positiveInteger('--chunk', values.chunk, MAX_CHUNK),
  };
}
