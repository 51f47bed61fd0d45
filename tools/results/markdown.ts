import type { SpecPixelValue } from '../../src/protocol/spec.ts';

export const percent = (fraction: number): string => (100 * fraction).toFixed(1);

export const valueName = (value: SpecPixelValue): string =>
  value === 'replace' ? 'replace' : `±${value.offset}`;

export function markdownTable(header: string[], rows: string[][]): string {
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
