import { createStore } from 'zustand/vanilla';

/** Stands for Roadside among the names of sets, none of which is empty. */
export const ROADSIDE = '';

/** Pictures that a person has asked for, such as those behind a cell of the confusion matrix. */
export interface PictureSelection {
  /** What they have in common, for a person: "stop, taken for yield by VGG". */
  readonly title: string;
  /** Names of the files. */
  readonly files: ReadonlySet<string>;
}

interface ImagesView {
  /** Name of the set that is shown. */
  readonly set: string;
  /** Shows the pictures of one class; null for all. */
  readonly className: string | null;
  readonly selection: PictureSelection | null;
  /** Name of the picture that is open at large; null where none is. */
  readonly picture: string | null;
  /** Id of the model whose confusions are shown; null for the first that there is. */
  readonly confusionsOf: string | null;
}

const nothingChosen = { className: null, selection: null, picture: null };

/** What the Images panel shows. */
export const imagesView = createStore<ImagesView>()(() => ({
  set: ROADSIDE,
  ...nothingChosen,
  confusionsOf: null,
}));

export function showImageSet(name: string): void {
  imagesView.setState({ set: name, ...nothingChosen });
}

/** @param className null for all classes */
export function showClass(className: string | null): void {
  imagesView.setState({ ...nothingChosen, className });
}

export function showSelection(selection: PictureSelection | null): void {
  imagesView.setState({ ...nothingChosen, selection });
}
