import { createStore } from 'zustand/vanilla';
import type { Spec } from '../../protocol/spec.ts';
import type { PanelId } from '../navigation/panel-address.ts';
import type { RefusedField } from './codec/link-fields.ts';
import type { QueryEntry } from './codec/query.ts';
import type { PackedNumbers } from './numbers/pack-numbers.ts';

/** A model that a link names by its content. */
export interface WantedModel {
  readonly id: string;
  /** First digits of the SHA-256 of its files; null where the link does not say. */
  readonly sha: string | null;
  /** File or address that it was opened from; null for a repaired model. */
  readonly path: string | null;
}

export interface WantedImages {
  readonly name: string;
  readonly sha: string | null;
  readonly source: 'folder' | 'zip' | 'csv';
}

/** What a link needs beside what comes with the lab. */
export interface Wanted {
  readonly models: readonly WantedModel[];
  readonly images: readonly WantedImages[];
}

/** A finished run whose numbers a link holds. */
export interface LinkedRun {
  readonly panel: 'measure' | 'repair';
  /** The experiment that the numbers are of. */
  readonly spec: Spec;
  readonly numbers: PackedNumbers;
  /** As the address holds them. */
  readonly text: string;
}

interface AskedFields {
  readonly panel: PanelId;
  readonly entries: readonly QueryEntry[];
}

interface WaitingLink {
  readonly panel: LinkedRun['panel'];
  readonly address: string;
}

interface LinkState {
  /** The panel of the link that was opened last; null before the first. */
  readonly panel: PanelId | null;
  readonly refused: readonly RefusedField[];
  /** Fields that their panel has not read yet; it does when it is there. */
  readonly asked: AskedFields | null;
  /** The panel that wants something; null where none has. */
  readonly wantedBy: LinkedRun['panel'] | null;
  readonly wanted: Wanted;
  readonly linked: LinkedRun | null;
  /** An address that asks for another experiment than the one under way. */
  readonly waiting: WaitingLink | null;
  /** Id of a kept run that is to be shown, until it is. */
  readonly run: string | null;
  /** Address of a model that is to be opened once the kept ones are listed. */
  readonly model: string | null;
  /** Address of a model on another server that waits to be asked for. */
  readonly offered: string | null;
  /** True once the models and image sets that this browser keeps are listed. */
  readonly isSettled: boolean;
}

const nothingWanted: Wanted = { models: [], images: [] };

/** What the link that was opened last has left to be said or done. */
export const linkStore = createStore<LinkState>()(() => ({
  panel: null,
  refused: [],
  asked: null,
  wantedBy: null,
  wanted: nothingWanted,
  linked: null,
  waiting: null,
  run: null,
  model: null,
  offered: null,
  isSettled: false,
}));

/** Tells of one more field that was not taken. */
export function tellRefused(panel: PanelId, field: RefusedField): void {
  linkStore.setState(({ refused }) => ({ panel, refused: [...refused, field] }));
}

/** Puts the message about refused fields away. */
export function dismissRefused(): void {
  linkStore.setState({ refused: [] });
}

/** Forgets the numbers of the link; they leave the address too. */
export function dismissLinked(): void {
  linkStore.setState({ linked: null });
}
