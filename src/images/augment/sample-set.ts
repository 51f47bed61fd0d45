import type { AugmentJobSpec } from '../../protocol/augment-job.ts';
import { LabError } from '../../protocol/lab-error.ts';
import type { ImageRef } from '../../protocol/image-ref.ts';
import type { FileAccess } from '../read-image.ts';

/** What samples are to be made of. */
export interface SampleJob {
  readonly spec: AugmentJobSpec;
  readonly refs: readonly ImageRef[];
  /** Name of the class of each image; the folder of its samples. */
  readonly classes: readonly string[];
  /** Opens images that are files. */
  readonly access?: FileAccess;
  /** What made the samples, by name; written beside them. */
  readonly versions: Readonly<Record<string, string>>;
}

/** How many samples a job asks for. */
export function sampleTotal({ spec, refs }: Pick<SampleJob, 'spec' | 'refs'>): number {
  return refs.length * spec.augment.samples;
}

/** What the tables call an image: its Roadside index, or the name of its file. */
export function sourceName(ref: ImageRef): string {
  return ref.kind === 'roadside' ? String(ref.index) : ref.name;
}

/** Separators, control characters, what Windows forbids, leading dots (hidden), trailing dots and spaces. */
const NO_FOLDER = /[\\/:*?"<>|\p{Cc}]|^\.|[. ]$|^$/u;

/**
 * Checks that every class can be the name of a folder.
 * @throws LabError `spec-invalid` naming the class
 */
export function checkClassFolders(classes: readonly string[]): void {
  const bad = classes.find((name) => NO_FOLDER.test(name));
  if (bad === undefined) return;
  throw new LabError(
    'spec-invalid',
    `images: class "${bad}" cannot be the name of a folder; rename it`,
    bad,
  );
}

function numbered(value: number, of: number): string {
  return String(value).padStart(String(of - 1).length, '0');
}

/** Path of a sample: the class, then the position of its image in the list and the copy. */
export function samplePath(job: SampleJob, image: number, copy: number): string {
  const { refs, classes, spec } = job;
  return `${classes[image] ?? ''}/${numbered(image, refs.length)}-${numbered(copy, spec.augment.samples)}.png`;
}
