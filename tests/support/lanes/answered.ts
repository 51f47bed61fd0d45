import type { Answer } from '../../../src/protocol/lab-error.ts';

/** The value of an answer that must have succeeded. */
export async function answered<T>(answer: Promise<Answer<T>>): Promise<T> {
  const settled = await answer;
  if (!settled.ok) throw new Error(`${settled.error.kind}: ${settled.error.message}`);
  return settled.value;
}
