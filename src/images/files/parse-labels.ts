import { z } from '../../protocol/zod.ts';
import {
  classLabels,
  inOrder,
  refuseLabels,
  wordnetIdOf,
  type ClassLabels,
  type LabelEntry,
} from './class-labels.ts';
import { parseLabelTable } from './parse-label-table.ts';

/** A name, or [code, name], the code being a WordNet id where it looks like one. */
const jsonEntry = z.union([z.string(), z.array(z.string()).min(1)]);

const jsonLabels = z.union([
  z.array(jsonEntry),
  z.record(z.string().regex(/^\d{1,9}$/), jsonEntry),
]);

function entryOf(entry: z.output<typeof jsonEntry>): LabelEntry {
  if (typeof entry === 'string') return { name: entry, wordnetId: null };
  return { name: entry.at(-1) ?? '', wordnetId: wordnetIdOf(entry[0]) };
}

function fromJson(text: string, file: string): LabelEntry[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refuseLabels(
      file,
      `not JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const parsed = jsonLabels.safeParse(json);
  if (!parsed.success) {
    return refuseLabels(file, 'labels are a list of names, or an object from class index to name');
  }
  if (Array.isArray(parsed.data)) return parsed.data.map(entryOf);
  return inOrder(
    Object.entries(parsed.data).map(([index, entry]) => [Number(index), entryOf(entry)] as const),
    file,
  );
}

/** One name a line; where each line begins with a WordNet id, the name is what follows it. */
function fromLines(text: string): LabelEntry[] {
  const lines = text
    .replace(/\s+$/, '')
    .split(/\r?\n/)
    .map((line) => line.trim());
  const split = lines.map((line) => /^(n\d{8})[\s,]+(.+)$/.exec(line));
  const hasIds = split.every((parts) => parts !== null);
  return lines.map((name, at) =>
    hasIds
      ? { name: split[at]?.[2] ?? '', wordnetId: split[at]?.[1] ?? null }
      : { name, wordnetId: null },
  );
}

/**
 * Classes in the order of a model's outputs. A file called .json holds a list, or an object from
 * index, of names or of [code, name]; one called .csv a table (see {@link parseLabelTable}); any
 * other one name a line, which a WordNet id may precede.
 * @param file - what errors call the file; its ending says the format
 * @throws LabError `spec-invalid` naming the file
 */
export function parseClassLabels(text: string, file: string): ClassLabels {
  const plain = text.replace(/^\uFEFF/, '');
  if (/\.json$/i.test(file)) return classLabels(fromJson(plain, file), file);
  if (/\.csv$/i.test(file)) return classLabels(parseLabelTable(plain, file), file);
  return classLabels(fromLines(plain), file);
}
