export interface AttackTable {
  readonly rows: number;
  readonly images: ReadonlyMap<string, number>;
}
export interface RecomputedAttack {
  readonly clean: object;
  readonly eligible: object;
  readonly attacks: readonly object[];
  readonly cells: readonly object[];
}
export function attackTableOfLines(
  lines: Iterable<string> | AsyncIterable<string>,
): Promise<AttackTable>;
export function recomputeAttack(result: object, table: AttackTable): RecomputedAttack;
