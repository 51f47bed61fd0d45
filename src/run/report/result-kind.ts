import type { AnyResult } from '../result-file/parse-result.ts';

export type ResultKind = 'sweep' | 'attack' | 'repair';

/** Which kind of experiment a result is of. */
export function kindOf(result: AnyResult): ResultKind {
  return 'kind' in result ? result.kind : 'sweep';
}
