import { integer, oneDecimal } from '../../../../run/number-text.ts';
import type { TableEntry, TableGroup, TablePlace } from '../../../../charts/table/table-types.ts';
import { specModelId } from '../../../../protocol/model-id.ts';
import type { Spec } from '../../../../protocol/spec.ts';
import { formatPixelValue, samePixelValue } from '../../../../run/pixel-values.ts';
import type { PinnedCell, TableMeasure } from '../../../../state/answer/view-store.ts';
import type { Estimate } from '../curve/estimate.ts';
import { basisOf, shownAs } from '../curve/measures.ts';
import { valueName } from '../curve/setting-names.ts';
import { sidePercent } from '../../../shared/sentence/phrases.ts';

type Shown = Pick<Spec, 'models' | 'images' | 'grid' | 'eligibility' | 'draws' | 'seed'>;
type Setting = Pick<PinnedCell, 'value' | 'region'>;

function groupId({ value, region }: Setting): string {
  return `${formatPixelValue(value)} ${region}`;
}

function regionHeading(region: number): string {
  return region === 1 ? 'whole image' : `centred square of ${sidePercent(region)} of the side`;
}

function headingOf({ value, region }: Setting, { values, regions }: Spec['grid']): string | null {
  const parts = [
    ...(values.length > 1 ? [value === 'replace' ? 'Random values' : valueName(value)] : []),
    ...(regions.length > 1 ? [regionHeading(region)] : []),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

function entryOf(measure: TableMeasure, estimate: Estimate, spec: Shown): TableEntry | null {
  const note = basisOf(estimate, spec);
  switch (measure) {
    case 'wrong':
      return { text: integer(estimate.wrong), detail: `of ${integer(estimate.trials)}`, note };
    case 'delta':
      return estimate.meanAbsDelta === null
        ? null
        : { text: oneDecimal(estimate.meanAbsDelta), detail: 'of 255', note };
    case 'accuracy':
    case 'pi': {
      const shown = shownAs(measure, estimate);
      return shown && { text: shown.text, detail: shown.range ? `(${shown.range})` : '', note };
    }
  }
}

function cellKey({ model, count, value, region }: PinnedCell): string {
  return `${model} ${count} ${groupId({ value, region })}`;
}

/** The settings of a grid in its own order. */
export function gridSettings({ values, regions }: Spec['grid']): Setting[] {
  return values.flatMap((value) => regions.map((region) => ({ value, region })));
}

/** The rows of the table: a group a setting, a row a count, an entry a model. */
export function tableGroups(
  estimates: readonly Estimate[],
  measure: TableMeasure,
  spec: Shown,
  settings: readonly Setting[],
): readonly TableGroup[] {
  const known = new Map(estimates.map((estimate) => [cellKey(estimate), estimate]));
  const models = spec.models.map(specModelId);
  const counts = [...spec.grid.counts].sort((a, b) => a - b);
  return settings.map(({ value, region }) => ({
    id: groupId({ value, region }),
    heading: headingOf({ value, region }, spec.grid),
    rows: counts.map((count) => ({
      x: count,
      entries: models.map((model) => {
        const estimate = known.get(cellKey({ model, count, value, region }));
        return estimate === undefined ? null : entryOf(measure, estimate, spec);
      }),
    })),
  }));
}

/** The cell of an entry. */
export function cellOf({ group, column, x }: TablePlace, grid: Spec['grid']): PinnedCell | null {
  const setting = gridSettings(grid).find((each) => groupId(each) === group);
  return setting === undefined ? null : { model: column, count: x, ...setting };
}

export function tablePlaceOf(cell: PinnedCell | null): TablePlace | null {
  return cell && { group: groupId(cell), column: cell.model, x: cell.count };
}

export function sameCell(a: PinnedCell, b: PinnedCell | null): boolean {
  return (
    b !== null &&
    a.model === b.model &&
    a.count === b.count &&
    a.region === b.region &&
    samePixelValue(a.value, b.value)
  );
}
