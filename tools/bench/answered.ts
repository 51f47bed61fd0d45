import { LabError, type Answer } from '../../src/protocol/lab-error.ts';

/**
 * The value of an answer.
 * @throws LabError where it is an error
 */
export async function answered<T>(answer: Promise<Answer<T>>): Promise<T> {
  const settled = await answer;
  if (settled.ok) return settled.value;
  throw LabError.from(settled.error);
}
