import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { z } from '../../protocol/zod.ts';
import { inOrder, refuseLabels, wordnetIdOf, type LabelEntry } from './class-labels.ts';

const rowsSchema = z.array(z.array(z.string()));

const NAME_COLUMNS: readonly string[] = ['name', 'label', 'class', 'class_name', 'classname'];
const INDEX_COLUMNS: readonly string[] = ['index', 'id', 'class_id', 'class_index'];
const WORDNET_COLUMNS: readonly string[] = ['wordnet', 'wnid', 'synset', 'wordnet_id'];

function readRows(text: string, file: string): string[][] {
  try {
    return rowsSchema.parse(
      parse(text, { bom: true, trim: true, skip_empty_lines: true, relax_column_count: false }),
    );
  } catch (error) {
    if (error instanceof CsvError) return refuseLabels(file, `not a table: ${error.message}`);
    throw error;
  }
}

interface Columns {
  readonly name: number;
  readonly index: number;
  readonly wordnet: number;
}

/** The columns that a header names; null where the first row is a class already. */
function columnsOf(header: readonly string[]): Columns | null {
  const place = (names: readonly string[]): number =>
    header.findIndex((cell) => names.includes(cell.toLowerCase()));
  const columns = {
    name: place(NAME_COLUMNS),
    index: place(INDEX_COLUMNS),
    wordnet: place(WORDNET_COLUMNS),
  };
  return columns.name < 0 ? null : columns;
}

/** Without a header: one column of names, or two of which the first is an index or a WordNet id. */
function guessColumns([first = []]: readonly (readonly string[])[], file: string): Columns {
  if (first.length === 1) return { name: 0, index: -1, wordnet: -1 };
  if (first.length === 2) {
    if (/^\d+$/.test(first[0] ?? '')) return { name: 1, index: 0, wordnet: -1 };
    if (wordnetIdOf(first[0]) !== null) return { name: 1, index: -1, wordnet: 0 };
  }
  return refuseLabels(
    file,
    'its first line should name the columns: "name", and "index" or "wordnet" where it has them',
  );
}

/**
 * Classes from CSV: a column `name` (or `label`, `class`), with `index` in any order of rows and
 * `wordnet` where there are such columns. The header may be left out of one column of names, or of
 * two columns that begin with the index or the WordNet id.
 * @param file - what errors call the table
 * @throws LabError `spec-invalid` naming the table
 */
export function parseLabelTable(text: string, file: string): LabelEntry[] {
  const rows = readRows(text, file);
  const named = columnsOf(rows[0] ?? []);
  const columns = named ?? guessColumns(rows, file);
  const classes = rows.slice(named === null ? 0 : 1).map((row): readonly [number, LabelEntry] => {
    const entry = {
      name: row[columns.name] ?? '',
      wordnetId: wordnetIdOf(row[columns.wordnet]),
    };
    const index = row[columns.index] ?? '';
    if (columns.index >= 0 && !/^\d{1,9}$/.test(index)) {
      refuseLabels(file, `"${index}" is not a class index`);
    }
    return [Number(index), entry];
  });
  return columns.index < 0 ? classes.map(([, entry]) => entry) : inOrder(classes, file);
}
