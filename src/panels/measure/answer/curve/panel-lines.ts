import type { Spec, SpecPixelValue } from '../../../../protocol/spec.ts';
import { samePixelValue } from '../../../../run/pixel-values.ts';
import type { HeldSetting, LinesBy } from '../../../../state/answer/view-store.ts';
import { regionName, valueName } from './setting-names.ts';

type Grid = Spec['grid'];

/** One value and one region, and what tells it from the others of a figure. */
export interface Setting {
  readonly id: string;
  readonly name: string;
  readonly value: SpecPixelValue;
  readonly region: number;
}

/** What a figure draws of a grid: the settings of its lines, weakest change or smallest area first. */
export interface PanelLines {
  /** Null where there is one setting: the lines are then the models. */
  readonly by: LinesBy | null;
  readonly settings: readonly Setting[];
}

/** Random values reach further than any offset. */
function strength(value: SpecPixelValue): number {
  return value === 'replace' ? Number.POSITIVE_INFINITY : value.offset;
}

/** The setting that a figure holds fixed, as far as the grid has it. */
export function heldIn({ values, regions }: Grid, { value, region }: HeldSetting) {
  return {
    value: values.find((each) => value !== null && samePixelValue(each, value)) ?? values[0],
    region: regions.find((each) => each === region) ?? regions[0],
  };
}

/** Whether the lines of a model can differ in more than one way. */
export function hasTwoWays({ values, regions }: Grid): boolean {
  return values.length > 1 && regions.length > 1;
}

/** The lines to draw: by value or by region where there are several, with the other held fixed. */
export function panelLines(grid: Grid, wanted: LinesBy, held: HeldSetting): PanelLines {
  const { values, regions } = grid;
  const by = hasTwoWays(grid) ? wanted : values.length > 1 ? 'value' : 'region';
  const { value = 'replace', region = 1 } = heldIn(grid, held);
  const settings =
    by === 'value'
      ? [...values]
          .sort((a, b) => strength(a) - strength(b))
          .map((each) => ({ name: valueName(each), value: each, region }))
      : [...regions]
          .sort((a, b) => a - b)
          .map((each) => ({ name: regionName(each), value, region: each }));
  return {
    by: settings.length > 1 ? by : null,
    settings: settings.map((setting, at) => ({ id: String(at), ...setting })),
  };
}
