import { createStore } from 'zustand/vanilla';
import type { Spec } from '../../protocol/spec.ts';
import { samePixelValue } from '../../run/pixel-values.ts';
import { rankCellOf } from '../../run/plan.ts';
import { presetOf, presetSpec } from './presets.ts';

interface ExperimentState {
  readonly spec: Spec;
  /** Changes some fields; the cell to rank at is given up where the grid no longer has it. */
  readonly edit: (changes: Partial<Omit<Spec, 'version'>>) => void;
  readonly replace: (spec: Spec) => void;
}

function withRankCell(spec: Spec): Spec {
  const { rankAt, ...rest } = spec;
  const { counts, values, regions } = spec.grid;
  const isKept =
    rankAt !== undefined &&
    counts.includes(rankAt.count) &&
    regions.includes(rankAt.region) &&
    values.some((value) => samePixelValue(value, rankAt.value));
  return isKept ? spec : rest;
}

function withName(spec: Spec, isNew: boolean): Spec {
  return isNew ? { ...spec, name: presetOf(spec) ?? 'custom' } : spec;
}

/** What the next run will measure. */
export const experimentStore = createStore<ExperimentState>()((set) => ({
  spec: presetSpec('count'),
  edit: (changes) =>
    set(({ spec }) => ({
      spec: withName(
        withRankCell({ ...spec, ...changes }),
        changes.grid !== undefined || changes.attack !== undefined,
      ),
    })),
  replace: (spec) => set({ spec }),
}));

/** Whether two specs ask for the same figures; names do not count. */
export function sameExperiment(a: Spec, b: Spec): boolean {
  const text = (spec: Spec) =>
    JSON.stringify([{ ...spec, name: '', rankAt: undefined }, rankCellOf(spec)]);
  return text(a) === text(b);
}
