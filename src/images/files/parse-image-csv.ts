import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { z } from '../../protocol/zod.ts';
import { LabError } from '../../protocol/lab-error.ts';
import type { ListedImage } from './listed-image.ts';

const rowsSchema = z.array(
  z.object({
    record: z.record(z.string(), z.string()),
    info: z.object({ lines: z.number() }),
  }),
);

function refuse(name: string, message: string): never {
  throw new LabError('spec-invalid', `${name}: ${message}`, name);
}

function readRows(text: string, name: string): z.output<typeof rowsSchema> {
  try {
    return rowsSchema.parse(
      parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true, info: true }),
    );
  } catch (error) {
    if (error instanceof CsvError) return refuse(name, `not a table: ${error.message}`);
    throw error;
  }
}

/**
 * The images that a table with the columns `file` and `class` lists; other columns are passed over,
 * and so is `class` where images need no label.
 * @param text - CSV with a header line
 * @param name - what errors call the table
 * @param count - keep only the first rows
 * @param isLabelled - whether each row has to name a class
 * @throws LabError `spec-invalid` naming the table and its line
 */
export function parseImageCsv(
  text: string,
  name: string,
  count = Number.POSITIVE_INFINITY,
  isLabelled = true,
): ListedImage[] {
  const columns = isLabelled ? ['file', 'class'] : ['file'];
  const seen = new Map<string, number>();
  const listed = readRows(text, name)
    .slice(0, count)
    .map(({ record, info }) => {
      const { file } = record;
      const className = isLabelled ? record['class'] : '';
      for (const column of columns) {
        if (record[column] === undefined)
          refuse(name, `has no column "${column}" in its first line`);
      }
      if (!file || (isLabelled && !className)) {
        return refuse(name, `line ${info.lines}: ${file ? 'class' : 'file'} is empty`);
      }
      const before = seen.get(file);
      if (before !== undefined) {
        return refuse(name, `line ${info.lines}: ${file} is already on line ${before}`);
      }
      seen.set(file, info.lines);
      return { file, className: className ?? '', where: `${name}, line ${info.lines}` };
    });
  if (listed.length === 0) refuse(name, 'lists no images');
  return listed;
}
