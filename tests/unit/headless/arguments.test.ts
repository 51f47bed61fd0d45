import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../src/headless/arguments.ts';

describe('the arguments of the command', () => {
  it('computes on WASM by default, with as many workers as fit', () => {
    expect(parseArguments(['sweep', 'a.json', '--out', 'b/c'], '/home/me')).toEqual({
      command: 'sweep',
      spec: '/home/me/a.json',
      out: '/home/me/b/c',
      backend: 'wasm',
      lanes: undefined,
      chunk: undefined,
    });
  });

  it('takes options anywhere', () => {
    const line = '--lanes 3 sweep --chunk=7 a.json --backend cpu --out=b';
    expect(parseArguments(line.split(' '), '/')).toMatchObject({
      lanes: 3,
      chunk: 7,
      backend: 'cpu',
    });
  });

  it('asks nothing about speed of samples', () => {
    expect(parseArguments(['augment', 'a.json', '--out', 'b'], '/home/me')).toEqual({
      command: 'augment',
      spec: '/home/me/a.json',
      out: '/home/me/b',
    });
  });

  it('takes several results and a place for the report', () => {
    const line = 'report a.json b/result.json --out c --format markdown';
    expect(parseArguments(line.split(' '), '/home/me')).toEqual({
      command: 'report',
      results: ['/home/me/a.json', '/home/me/b/result.json'],
      out: '/home/me/c/report.md',
      format: 'markdown',
    });
  });

  it.each([[['help']], [['--help']], [['sweep', '-h']], [['sweep', 'a.json', '--help']]])(
    'takes %j for a call for help',
    (args) => {
      expect(parseArguments(args, '/')).toEqual({ command: 'help' });
    },
  );

  it.each([
    [[], /no command/],
    [['fly'], /unknown command "fly"/],
    [['sweep'], /sweep needs the path/],
    [['augment'], /augment needs the path/],
    [['augment', 'a', '--out', 'b', '--backend', 'wasm'], /--backend: augment runs no model/],
    [['report'], /report needs the path of a result/],
    [['report', 'a', '--lanes', '2'], /--lanes: report has no such option/],
    [['report', 'a', '--format', 'pdf'], /--format: "pdf" is not one of html/],
    [['sweep', 'a', '--out', 'b', '--format', 'html'], /--format: sweep has no such option/],
    [['sweep', 'spec.json'], /--out: name the folder/],
    [['sweep', 'a', 'b', '--out', 'c'], /"b" is one argument too many/],
    [['sweep', 'a', '--out', 'c', '--speed', '3'], /'--speed'/],
    [['sweep', 'a', '--out', 'c', '--lanes', '0'], /--lanes: "0"/],
    [['sweep', 'a', '--out', 'c', '--chunk', '1.5'], /--chunk: "1\.5"/],
    [['sweep', 'a', '--out', 'c', '--backend', 'cuda'], /--backend: "cuda" is not one of wasm/],
  ])('refuses %j', (args, words) => {
    expect(() => parseArguments(args, '/')).toThrow(words);
  });
});
