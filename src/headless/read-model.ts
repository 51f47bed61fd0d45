import type { ClassLabels } from '../images/files/class-labels.ts';
import type { SweepModel } from '../run/sweep-types.ts';

/** A model of a spec, read. */
export interface ReadModel extends SweepModel {
  /** In the order of the outputs; undefined where its classes are indices. */
  readonly labels: ClassLabels | undefined;
}
