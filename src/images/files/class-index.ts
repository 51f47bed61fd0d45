import { LabError } from '../../protocol/lab-error.ts';
import type { ListedImage } from './listed-image.ts';

const MAX_CLASSES = 65_534;

function shorten(names: readonly string[]): string {
  return names.length <= 12 ? names.join(', ') : `${names.slice(0, 12).join(', ')}, …`;
}

/**
 * Class index of every listed image.
 * @param classNames - in the order of the models' outputs, or empty where classes are indices
 * @throws LabError `spec-invalid` naming the place and the class that no model knows
 */
export function classIndices(
  listed: readonly ListedImage[],
  classNames: readonly string[],
): Uint16Array {
  const byName = new Map(classNames.map((name, index) => [name, index]));
  const classes = classNames.length || MAX_CLASSES;
  return Uint16Array.from(listed, ({ className, where }) => {
    const named = byName.get(className);
    if (named !== undefined) {
      const first = classNames.indexOf(className);
      if (first === named) return named;
      throw new LabError(
        'spec-invalid',
        `${where}: "${className}" names the classes ${first} and ${named}; use the index`,
        where,
      );
    }
    const index = /^\d+$/.test(className) ? Number(className) : Number.NaN;
    if (index < classes) return index;
    throw new LabError(
      'spec-invalid',
      classNames.length === 0
        ? `${where}: class "${className}" is not an index; give the models a labels file to use names`
        : `${where}: class "${className}" is none of the models' ${classNames.length}: ${shorten(classNames)}`,
      where,
    );
  });
}
