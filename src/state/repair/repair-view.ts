import { createStore } from 'zustand/vanilla';
import type { SpecPixelValue } from '../../protocol/spec.ts';

/** Which images the models are judged on in the table of changed pixels. */
export type RepairTableName = 'heldOut' | 'trainedOn';

/** What the table of changed pixels shows. */
export type HeatMeasure = 'accuracy' | 'difference' | 'pi';

/** What the curves of the training show. */
export type TrainingMeasure = 'accuracy' | 'loss';

/** What is looked at of a repair. */
export interface RepairView {
  readonly table: RepairTableName;
  readonly measure: HeatMeasure;
  /** The value and the region of the table; null for the first of the grid. */
  readonly value: SpecPixelValue | null;
  readonly region: number | null;
  /** Changed pixels of the model whose distances are drawn; null for the first. */
  readonly distance: number | null;
  readonly training: TrainingMeasure;
  /** The epoch that is read out; null for the last that is done. */
  readonly epoch: number | null;
}

/** What is looked at first; an address that says nothing of the view means this one. */
export const usualRepairView: RepairView = {
  table: 'heldOut',
  measure: 'accuracy',
  value: null,
  region: null,
  distance: null,
  training: 'accuracy',
  epoch: null,
};

/** The view of a repair; nothing measured depends on it. */
export const repairView = createStore<RepairView>()(() => usualRepairView);
