import type { SweepResult } from '../../protocol/result.ts';

/** The text of result.json; numbers in full precision. */
export function resultJson(result: SweepResult): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}
