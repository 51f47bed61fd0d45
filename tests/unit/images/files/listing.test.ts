import { describe, expect, it } from 'vitest';
import { classIndices } from '../../../../src/images/files/class-index.ts';
import { parseImageCsv } from '../../../../src/images/files/parse-image-csv.ts';

describe('reading a table of images', () => {
  it('takes file and class and passes over other columns', () => {
    const text = '\uFEFFclass,note,file\r\n7,"a, b",x.png\r\n\r\nstop,,"d/y z.png"\r\n';
    expect(parseImageCsv(text, 'list.csv')).toEqual([
      { file: 'x.png', className: '7', where: 'list.csv, line 2' },
      { file: 'd/y z.png', className: 'stop', where: 'list.csv, line 4' },
    ]);
  });

  it('needs no class where images need no label', () => {
    expect(parseImageCsv('file\nx.png\n', 'l.csv', 9, false)).toEqual([
      { file: 'x.png', className: '', where: 'l.csv, line 2' },
    ]);
  });

  it('keeps the first rows', () => {
    expect(parseImageCsv('file,class\na,1\nb,2\nc,3', 'l.csv', 2)).toHaveLength(2);
  });

  it.each([
    ['name,class\na,1\n', /l\.csv: has no column "file"/],
    ['file,class\na,1\nb,\n', /l\.csv: line 3: class is empty/],
    ['file,class\na,1\na,2\n', /l\.csv: line 3: a is already on line 2/],
    ['file,class\n', /l\.csv: lists no images/],
    ['', /l\.csv: lists no images/],
    ['file,class\na,1,2\n', /l\.csv: not a table/],
    ['file,class\n"a,1\n', /l\.csv: not a table/],
  ])('refuses %j', (text, message) => {
    expect(() => parseImageCsv(text, 'l.csv')).toThrow(message);
  });
});

describe('matching classes', () => {
  const listed = (className: string) => [{ file: 'x.png', className, where: 'l.csv, line 2' }];

  it('takes a label first and an index second', () => {
    expect([...classIndices(listed('b'), ['a', 'b'])]).toEqual([1]);
    expect([...classIndices(listed('0'), ['a', 'b'])]).toEqual([0]);
    expect([...classIndices(listed('0'), ['9', '0'])]).toEqual([1]);
    expect([...classIndices(listed('999'), [])]).toEqual([999]);
  });

  it.each([
    ['c', ['a', 'b'], /l\.csv, line 2: class "c" is none of the models' 2: a, b/],
    ['crane', ['crane', 'b', 'crane'], /"crane" could be class 0 or 2; use the index/],
    ['2', ['a', 'b'], /class "2" is none.*say in images\.classes/],
    ['n01440764', ['a', 'b'], /is none.*WordNet ids need a labels file .*"n01440764 tench"/],
    ['-1', ['a', 'b'], /class "-1" is none/],
    ['1.5', [], /class "1\.5" is not an index/],
    ['cat', [], /class "cat" is not an index; give the models a labels file/],
  ])('refuses class %s of %j', (className, names, message) => {
    expect(() => classIndices(listed(className), names)).toThrow(message);
  });

  it('lists every class that is not known, once, with where it was met first', () => {
    const images = ['a/1.png', 'x/1.png', 'x/2.png', 'y/1.png'].map((file) => ({
      file,
      className: file.slice(0, 1),
      where: file,
    }));
    expect(() => classIndices(images, ['a', 'Y', 'y', 'y'])).toThrow(
      'images: 2 classes fit none or several of the models\': "x" (x/1.png), "y" (y/1.png, class 2 or 3)',
    );
  });
});
