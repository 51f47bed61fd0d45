import { describe, expect, it } from 'vitest';
import { imagenetLabels } from '../../../../src/images/files/imagenet-labels.ts';
import { parseClassLabels } from '../../../../src/images/files/parse-labels.ts';

const names = (text: string, file: string) => parseClassLabels(text, file).names;

describe('reading class labels', () => {
  it('takes one name a line', () => {
    expect(names('cat\r\ngreat white shark, shark\n\n', 'l.txt')).toEqual([
      'cat',
      'great white shark, shark',
    ]);
  });

  it('takes a WordNet id before each name', () => {
    expect(parseClassLabels('n01440764 tench, Tinca tinca\nn01443537 goldfish\n', 'l.txt')).toEqual(
      { names: ['tench, Tinca tinca', 'goldfish'], wordnetIds: ['n01440764', 'n01443537'] },
    );
    expect(names('n01440764 tench\nplain\n', 'l.txt')).toEqual(['n01440764 tench', 'plain']);
  });

  it('takes a JSON list or object, with codes or without', () => {
    expect(names('["a","b"]', 'l.json')).toEqual(['a', 'b']);
    expect(names('{"1":"b","0":"a"}', 'l.json')).toEqual(['a', 'b']);
    expect(parseClassLabels('{"1":["n02","b"],"0":["n01440764","a"]}', 'l.json')).toEqual({
      names: ['a', 'b'],
      wordnetIds: ['n01440764', null],
    });
  });

  it.each([
    ['name\nstop\nyield\n'],
    ['stop\nyield\n'],
    ['index,name\n1,yield\n0,stop\n'],
    ['0,stop\n1,yield\n'],
    ['\uFEFFName,WordNet\r\nstop,n04000001\r\nyield,n04000002\r\n'],
    ['n04000001,stop\nn04000002,yield\n'],
  ])('takes a table such as %j', (text) => {
    expect(names(text, 'labels.csv')).toEqual(['stop', 'yield']);
  });

  it('keeps the WordNet ids of a table, and commas within quotes', () => {
    const text = 'wordnet,name\nn01440764,"tench, Tinca tinca"\nn01443537,goldfish\n';
    expect(parseClassLabels(text, 'labels.CSV')).toEqual({
      names: ['tench, Tinca tinca', 'goldfish'],
      wordnetIds: ['n01440764', 'n01443537'],
    });
  });

  it.each([
    ['l.txt', 'a\n\nb', /^l\.txt: class 1 has an empty name/],
    ['l.txt', '', /^l\.txt: class 0 has an empty name/],
    ['l.json', '[]', /^l\.json: names no class/],
    ['l.json', '{"0":"a","2":"b"}', /^l\.json: class 1 has no name/],
    ['l.json', '{"names":["a"]}', /^l\.json: labels are a list/],
    ['l.json', '[', /^l\.json: not JSON/],
    ['l.csv', 'index,name\n0,a\n0,b\n', /^l\.csv: class 0 is named twice/],
    ['l.csv', 'index,name\none,a\n', /^l\.csv: "one" is not a class index/],
    ['l.csv', 'index,name\n0,\n', /^l\.csv: class 0 has an empty name/],
    ['l.csv', 'stop,sign,red\n', /^l\.csv: its first line should name the columns/],
    ['l.csv', 'name\n"a\n', /^l\.csv: not a table/],
  ])('refuses %s holding %j', (file, text, message) => {
    expect(() => parseClassLabels(text, file)).toThrow(message);
  });
});

describe('the classes of ImageNet', () => {
  it('are a thousand, in the order of their WordNet ids', () => {
    expect(imagenetLabels.names).toHaveLength(1000);
    expect(imagenetLabels.names[0]).toBe('tench, Tinca tinca');
    expect(imagenetLabels.names[999]).toMatch(/^toilet tissue/);
    expect(imagenetLabels.names).not.toContain('');
  });
});
