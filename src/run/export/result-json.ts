/** The text of result.json; numbers in full precision. */
export function resultJson(result: object): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}
