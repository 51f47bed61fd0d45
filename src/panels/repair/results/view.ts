import type { RepairResult } from '../../../protocol/repair-result.ts';
import { modelName } from '../../../state/models/model-list.ts';
import type { NameOf } from '../../../run/finding/repair/repair-wording.ts';
import { captionOf } from './basis.ts';
import type { StyleOf } from './model-styles.ts';

/** A result with the names and styles that all its parts share. */
export interface ResultView {
  readonly result: RepairResult;
  readonly nameOf: NameOf;
  readonly styleOf: StyleOf;
}

/** The words under a saved figure of a result. */
export function viewCaption({ result }: ResultView): string[] {
  return captionOf(result, modelName(result.original.id));
}
