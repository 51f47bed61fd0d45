import { createStore } from 'zustand/vanilla';
import type { Look } from '../../protocol/inspect.ts';
import type { LabErrorData } from '../../protocol/lab-error.ts';
import { noEdits, type Edits, type Picture } from './edits.ts';
import type { InspectImage } from './inspect-image.ts';

type Looks = Readonly<Record<string, Look>>;

export interface InspectState {
  readonly image: InspectImage | null;
  /** The image as the models see it, unchanged; null until it has been rendered. */
  readonly picture: Picture | null;
  /** Ids of the models side by side. */
  readonly models: readonly string[];
  readonly edits: Edits;
  /** What undo and redo lead to, nearest last. */
  readonly past: readonly Edits[];
  readonly future: readonly Edits[];
  /** By model: of the unchanged picture, and of the changed one as asked last. */
  readonly clean: Looks;
  readonly looks: Looks;
  /** The edits that `looks` are about; another object while an answer is on its way. */
  readonly looked: Edits | null;
  /** Milliseconds from the last edit to its answers; null before the first. */
  readonly latency: number | null;
  /** What is being prepared, for a person; empty when everything is there. */
  readonly step: string;
  readonly error: LabErrorData | null;
}

/** One image under the hands of a person. */
export const inspectStore = createStore<InspectState>()(() => ({
  image: null,
  picture: null,
  models: ['resnet', 'squeezenet'],
  edits: noEdits,
  past: [],
  future: [],
  clean: {},
  looks: {},
  looked: null,
  latency: null,
  step: '',
  error: null,
}));

/** Steps that undo goes back. */
const MOST = 200;

/** Makes new edits the present ones, as a step that can be undone. */
export function pushEdits(edits: Edits): void {
  inspectStore.setState((state) => ({
    edits,
    past: [...state.past, state.edits].slice(-MOST),
    future: [],
  }));
}

/** Goes on with the step under way, such as a stroke: undo goes back to where it began. */
export function amendEdits(edits: Edits): void {
  inspectStore.setState({ edits });
}

export function undo(): void {
  inspectStore.setState(({ edits, past, future }) => {
    const before = past.at(-1);
    if (before === undefined) return {};
    return { edits: before, past: past.slice(0, -1), future: [...future, edits] };
  });
}

export function redo(): void {
  inspectStore.setState(({ edits, past, future }) => {
    const after = future.at(-1);
    if (after === undefined) return {};
    return { edits: after, past: [...past, edits], future: future.slice(0, -1) };
  });
}
