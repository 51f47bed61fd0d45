import { pixelValueSchema, regionSideSchema } from '../../../protocol/pixel-value.ts';
import { z } from '../../../protocol/zod.ts';
import type { RepairExperiment } from '../../../run/repair/repair-types.ts';
import { samePixelValue } from '../../../run/pixel-values.ts';
import type { RepairView } from '../../repair/repair-view.ts';
import { numberText, valueText, wholeText, wordText } from './field-texts.ts';
import type { LinkField, StateFault } from './link-fields.ts';

export const repairViewSchema = z.strictObject({
  table: z.enum(['heldOut', 'trainedOn']),
  measure: z.enum(['accuracy', 'difference', 'pi']),
  value: pixelValueSchema.nullable(),
  region: regionSideSchema.nullable(),
  distance: z.int().min(1).nullable(),
  training: z.enum(['accuracy', 'loss']),
  epoch: z.int().min(1).nullable(),
});

const ofView = (key: string, text: LinkField['text'], name: keyof RepairView): LinkField => ({
  key,
  path: ['view', name],
  text,
});

/** What is looked at of a repair. */
export const repairViewFields: readonly LinkField[] = [
  ofView('table', wordText(['heldOut', 'trainedOn']), 'table'),
  ofView('measure', wordText(['accuracy', 'difference', 'pi']), 'measure'),
  ofView('shownValue', valueText, 'value'),
  ofView('shownRegion', numberText, 'region'),
  ofView('distanceOf', wholeText, 'distance'),
  ofView('course', wordText(['accuracy', 'loss']), 'training'),
  ofView('epoch', wholeText, 'epoch'),
];

/** Each part of a view with whether the repair has it. */
function partsOf({ value, region, distance, epoch }: RepairView, spec: RepairExperiment) {
  const { grid, repair } = spec;
  return [
    ['value', value === null || grid.values.some((each) => samePixelValue(each, value))],
    ['region', region === null || grid.regions.includes(region)],
    ['distance', distance === null || repair.counts.includes(distance)],
    ['epoch', epoch === null || epoch <= repair.epochs],
  ] as const;
}

/** What of a view the repair does not have. */
export function repairViewFault(view: RepairView, spec: RepairExperiment): StateFault | null {
  const odd = partsOf(view, spec).find(([, isThere]) => !isThere);
  if (odd === undefined) return null;
  return { path: ['view', odd[0]], message: 'the repair of the link has no such thing to show' };
}

/** A view without what the repair does not have. */
export function fittingView(view: RepairView, spec: RepairExperiment): RepairView {
  const odd = partsOf(view, spec).filter(([, isThere]) => !isThere);
  return { ...view, ...Object.fromEntries(odd.map(([name]) => [name, null])) };
}
