import type { Spec } from '../../protocol/spec.ts';
import type { RefusedField } from './codec/link-fields.ts';
import type { NamedImages } from './codec/named-images.ts';
import type { NamedModel } from './codec/named-model.ts';
import type { QueryEntry } from './codec/query.ts';

/** A panel whose experiment and view are the address. */
export interface LinkPage {
  /** Names of its fields. */
  readonly keys: readonly string[];
  /** Whether a run goes on, whose experiment must stay. */
  readonly isBusy: () => boolean;
  /** Shows what the fields of an address say. */
  readonly open: (
    entries: readonly QueryEntry[],
    named: readonly NamedModel[],
  ) => { readonly refused: readonly RefusedField[]; readonly sets: readonly NamedImages[] };
  /** The experiment as it is shown. */
  readonly spec: () => Spec;
  /**
   * Puts another experiment in its place that means the same.
   * @param ids new ids of models by the old ones
   */
  readonly put: (spec: Spec, ids: ReadonlyMap<string, string>) => void;
  /** Whether the sentence says what this experiment is. */
  readonly asks: (spec: Spec) => boolean;
  /** What is shown, as fields. */
  readonly entries: () => QueryEntry[];
  /** Tells of every change of what is shown; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}
