import { describe, expect, it } from 'vitest';
import { MOST_IMAGES, planFolder } from '../../../../src/images/sets/plan-folder.ts';

const filesOf = (paths: readonly string[]) =>
  planFolder(paths, 'signs').images.map(({ file, className }) => `${className}: ${file}`);

describe('the pictures of a folder', () => {
  it('belong to the class that their folder names, by class and then by file', () => {
    expect(filesOf(['signs/yield/2.png', 'signs/stop/b.JPG', 'signs/stop/a.webp'])).toEqual([
      'stop: stop/a.webp',
      'stop: stop/b.JPG',
      'yield: yield/2.png',
    ]);
  });

  it('keep the folders between the class and what they have in common', () => {
    expect(filesOf(['all/test/stop/1.png', 'all/train/stop/1.png'])).toEqual([
      'stop: test/stop/1.png',
      'stop: train/stop/1.png',
    ]);
  });

  it('have no class where they lie in no folder', () => {
    expect(filesOf(['1.png', '2.gif'])).toEqual([': 1.png', ': 2.gif']);
  });

  it('take the name of the only folder there is as their class', () => {
    expect(filesOf(['stop/1.png', 'stop/2.png'])).toEqual(['stop: stop/1.png', 'stop: stop/2.png']);
  });

  it('leave hidden files out in silence, count what is no picture, and name what cannot be read', () => {
    const planned = planFolder(
      [
        'signs/stop/1.png',
        'signs/stop/.DS_Store',
        '__MACOSX/stop/1.png',
        'signs/a.txt',
        'signs/stop/2.heic',
      ],
      'signs',
    );
    expect(planned.images).toHaveLength(1);
    expect(planned.passedOver).toBe(1);
    expect(planned.faults.map(({ name }) => name)).toEqual(['signs/stop/2.heic']);
  });

  it('are refused by the folder’s name where there are none', () => {
    expect(() => planFolder([], 'empty')).toThrow(/^empty: holds no pictures/);
    expect(() => planFolder(['notes/readme.txt'], 'notes')).toThrow(/^notes: holds no pictures/);
  });

  it('are refused where there are 100,000', () => {
    const paths = Array.from({ length: 100_000 }, (_, index) => `signs/stop/${index}.png`);
    expect(() => planFolder(paths, 'signs')).toThrow(
      `signs: has 100000 pictures; a set takes up to ${MOST_IMAGES}`,
    );
  });
});
