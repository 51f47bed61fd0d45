import { LabError } from '../../protocol/lab-error.ts';

/** The classes of a model in the order of its outputs. */
export interface ClassLabels {
  readonly names: readonly string[];
  /** WordNet ids such as n01440764 where the file has them, else null. */
  readonly wordnetIds: readonly (string | null)[];
}

/** One class as a label file describes it. */
export interface LabelEntry {
  readonly name: string;
  readonly wordnetId: string | null;
}

/** Word class and offset of a synset, as ImageNet writes them. */
const WORDNET_ID = /^n\d{8}$/;

export function wordnetIdOf(text: string | undefined): string | null {
  return text !== undefined && WORDNET_ID.test(text) ? text : null;
}

/** @throws LabError `spec-invalid` naming the label file */
export function refuseLabels(file: string, message: string): never {
  throw new LabError('spec-invalid', `${file}: ${message}`, file);
}

/**
 * @param file - what errors call the label file
 * @throws LabError `spec-invalid` where a class has no name or there is no class
 */
export function classLabels(entries: readonly LabelEntry[], file: string): ClassLabels {
  if (entries.length === 0) refuseLabels(file, 'names no class');
  const empty = entries.findIndex(({ name }) => name === '');
  if (empty >= 0) refuseLabels(file, `class ${empty} has an empty name`);
  return {
    names: entries.map(({ name }) => name),
    wordnetIds: entries.map(({ wordnetId }) => wordnetId),
  };
}

/**
 * Puts entries that say their class index in order.
 * @throws LabError `spec-invalid` naming the index that is missing or named twice
 */
export function inOrder(
  entries: readonly (readonly [index: number, entry: LabelEntry])[],
  file: string,
): LabelEntry[] {
  const byIndex = new Map<number, LabelEntry>();
  for (const [index, entry] of entries) {
    if (byIndex.has(index)) refuseLabels(file, `class ${index} is named twice`);
    byIndex.set(index, entry);
  }
  return Array.from({ length: byIndex.size }, (_, index) => {
    return byIndex.get(index) ?? refuseLabels(file, `class ${index} has no name`);
  });
}
