export class ClassificationTable {
  readonly rows: number;
  readonly images: ReadonlyMap<string, number>;
}
export function csvFields(line: string): string[];
export function tableOfLines(
  lines: Iterable<string> | AsyncIterable<string>,
): Promise<ClassificationTable>;
