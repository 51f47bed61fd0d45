/** Runs a computation made of short steps to its end at once. */
export function runSteps<T>(steps: Iterator<unknown, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
