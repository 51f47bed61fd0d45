export interface ClassificationTable {
  readonly rows: number;
  readonly images: ReadonlyMap<string, number>;
}
export function tableOfLines(
  lines: Iterable<string> | AsyncIterable<string>,
): Promise<ClassificationTable>;
