import { LabError, type Answer } from '../../protocol/lab-error.ts';

function toLabError(error: unknown): LabError {
  if (error instanceof LabError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RangeError && /allocation|array length|array buffer/i.test(message)) {
    return new LabError('out-of-memory', `The lane could not get memory: ${message}.`);
  }
  return new LabError('internal', message);
}

/**
 * Turns the outcome of a call into data; never rejects.
 * @param explain names errors that the backend knows better
 */
export async function answer<T>(
  call: () => Promise<T>,
  explain: (error: unknown) => Promise<LabError | null>,
): Promise<Answer<T>> {
  try {
    return { ok: true, value: await call() };
  } catch (error) {
    const known = error instanceof LabError ? error : await explain(error);
    return { ok: false, error: (known ?? toLabError(error)).toData() };
  }
}
