import type { Spec } from '../../protocol/spec.ts';
import type { PanelId } from '../navigation/panel-address.ts';
import type { RefusedField } from './codec/link-fields.ts';
import type { NamedImages } from './codec/named-images.ts';
import type { NamedModel } from './codec/named-model.ts';
import type { QueryEntry } from './codec/query.ts';

/** What the fields of an address say of an experiment. */
export interface LinkedExperiment {
  readonly spec: Spec;
  readonly refused: readonly RefusedField[];
  /** Image sets of a person's own that it names. */
  readonly sets: readonly NamedImages[];
  /** Shows what the fields say of the view. */
  readonly look: () => void;
}

/** A panel whose experiment and view are the address. */
export interface LinkPage {
  /** Names of its fields. */
  readonly keys: readonly string[];
  /** Whether a run goes on, whose experiment must stay. */
  readonly isBusy: () => boolean;
  readonly read: (entries: readonly QueryEntry[], named: readonly NamedModel[]) => LinkedExperiment;
  /** The experiment as it is shown. */
  readonly spec: () => Spec;
  /**
   * Puts another experiment in its place.
   * @param ids new ids of models by the old ones, where it means the same
   */
  readonly put: (spec: Spec, ids: ReadonlyMap<string, string>) => void;
  /** Whether the sentence says what this experiment is. */
  readonly asks: (spec: Spec) => boolean;
  /** Id of the kept run of this experiment that is shown; null where none is. */
  readonly run: () => string | null;
  /** What is shown, as fields. */
  readonly entries: () => QueryEntry[];
  /** Tells of every change of what is shown; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A panel without an experiment, whose choices are the address. Its code comes when it is shown. */
export interface ViewPage {
  readonly panel: PanelId;
  /** Names of its fields. */
  readonly keys: readonly string[];
  /**
   * Shows what the fields of an address ask for; those that cannot be taken are returned.
   * @param isListed whether what this browser keeps is known: models, image sets, runs
   * @returns null where it has to be known first
   */
  readonly open: (
    entries: readonly QueryEntry[],
    isListed: boolean,
  ) => readonly RefusedField[] | null;
  /** What is shown, as fields; null while that is not known. */
  readonly entries: () => readonly QueryEntry[] | null;
  readonly subscribe: (listener: () => void) => () => void;
}
