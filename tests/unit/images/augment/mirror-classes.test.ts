import { describe, expect, it } from 'vitest';
import { mirrorClasses } from '../../../../src/images/augment/mirror-classes.ts';
import { roadsideClasses } from '../../../../src/images/roadside/classes.ts';
import { parseAugmentJob } from '../../../../src/protocol/augment-job.ts';

function mirrored(
  images: Record<string, unknown>,
  classes: readonly string[],
  mirror?: unknown,
): string[] {
  const augment = { arm: 'flip-shift', ...(mirror === undefined ? {} : { mirror }) };
  const spec = parseAugmentJob({ version: 1, seed: 1, images, augment });
  return classes.filter(mirrorClasses(spec, classes));
}

const roadside = { source: 'roadside', count: 12 };
const folder = { source: 'folder', path: 'images' };

describe('classes that may be mirrored', () => {
  it('are the symmetric signs of Roadside and never those that point to a side', () => {
    expect(mirrored(roadside, roadsideClasses)).toEqual(['priority-road', 'yield', 'no-entry']);
  });

  it('are none where nothing is known of the classes', () => {
    expect(mirrored(folder, ['yield', 'cat'])).toEqual([]);
  });

  it('are those that the spec lists, or all', () => {
    expect(mirrored(folder, ['dog', 'cat'], ['cat'])).toEqual(['cat']);
    expect(mirrored(folder, ['dog', 'cat'], 'all')).toEqual(['dog', 'cat']);
    expect(mirrored(roadside, ['stop'], [])).toEqual([]);
  });
});
