import { seriesStyle, type SeriesStyle } from '../../../run/figure/series-style.ts';
import type { RepairResult } from '../../../protocol/repair-result.ts';
import type { ListedRepair } from '../../../state/models/model-list.ts';
import { modelPositions } from '../../../state/models/model-position.ts';
import type { ShownModel } from '../../../state/repair/repair-store.ts';

/** The style of a model of a repair, by its id in the result. */
export type StyleOf = (id: string) => SeriesStyle;

/**
 * Styles for a result: a kept model has the one that it has everywhere, also where it was kept by an
 * earlier run of the same experiment; the others follow.
 */
export function modelStyles(
  { original, repaired }: RepairResult,
  shown: readonly ShownModel[],
  listed: readonly ListedRepair[],
): StyleOf {
  const keptAs = new Map(
    repaired.map(({ id, hash }) => [
      id,
      shown.find((model) => model.id === id)?.keptAs ??
        listed.find((model) => model.hash === hash)?.facts.id ??
        `${id} ${hash}`,
    ]),
  );
  const positions = modelPositions([original.id, ...keptAs.values()]);
  return (id) => seriesStyle(positions.get(keptAs.get(id) ?? id) ?? 0);
}
