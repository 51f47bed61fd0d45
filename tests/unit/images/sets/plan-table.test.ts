import { describe, expect, it } from 'vitest';
import { planTable } from '../../../../src/images/sets/plan-table.ts';

const csv = (...rows: string[]) => ['file,class', ...rows].join('\n');

describe('the pictures of a table', () => {
  it('are those that came with it, in its order', () => {
    const { images } = planTable(csv('b.png,stop', 'a.png,yield'), 'labels.csv', [
      'a.png',
      'b.png',
    ]);
    expect(images).toEqual([
      { path: 'b.png', file: 'b.png', className: 'stop' },
      { path: 'a.png', file: 'a.png', className: 'yield' },
    ]);
  });

  it('are looked for beside the table, then by a name that only one file has', () => {
    const paths = ['set/photos/a.png', 'set/a.png', 'set/photos/c.png'];
    const found = (file: string) =>
      planTable(csv(`${file},stop`, 'photos/c.png,stop'), 'set/labels.csv', paths).images[0]?.path;
    expect(found('a.png')).toBe('set/a.png');
    expect(found('c.png')).toBe('set/photos/c.png');
    expect(found('photos\\a.png')).toBe('set/photos/a.png');
  });

  it('are reported where they did not come with it, and the rest goes on', () => {
    const { images, faults } = planTable(csv('a.png,stop', 'x.png,stop'), 'l.csv', ['a.png']);
    expect(images).toHaveLength(1);
    expect(faults).toEqual([
      { name: 'x.png', reason: 'l.csv names it, but it did not come with it' },
    ]);
  });
});
