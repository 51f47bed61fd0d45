import { LabError } from '../../protocol/lab-error.ts';
import type { AugmentJobSpec } from '../../protocol/augment-job.ts';
import { roadsideClasses } from '../roadside/classes.ts';

/**
 * Signs that are their own mirror image. A mirrored turn-left is another sign, digits and letters
 * turn into nothing that stands at a road, and a figure walks the other way.
 */
export const SYMMETRIC_SIGNS: ReadonlySet<string> = new Set(['priority-road', 'yield', 'no-entry']);

/**
 * Tells the classes whose mirror image shows the same class: those that the spec lists; by default
 * the symmetric signs of Roadside, and none of other images, of which nothing is known. None where
 * the arm never mirrors.
 * @param classes - of the images
 * @throws LabError `spec-invalid` where the spec lists a class that no image has
 */
export function mirrorClasses(
  { images, augment }: Pick<AugmentJobSpec, 'images' | 'augment'>,
  classes: readonly string[],
): (className: string) => boolean {
  if (augment.arm !== 'flip-shift') return () => false;
  const { mirror } = augment;
  if (mirror === 'all') return () => true;
  const isRoadside = images.source === 'roadside';
  if (mirror === undefined) return (name) => isRoadside && SYMMETRIC_SIGNS.has(name);
  const known = new Set(isRoadside ? roadsideClasses : classes);
  const unknown = mirror.findIndex((name) => !known.has(name));
  if (unknown >= 0) {
    const field = `augment.mirror[${unknown}]`;
    throw new LabError(
      'spec-invalid',
      `${field}: no image has the class "${mirror[unknown]}"`,
      field,
    );
  }
  const listed = new Set(mirror);
  return (name) => listed.has(name);
}
