/** Keeps intervals, and numbers with their per cent sign, on one line. */
export function unbroken(text: string): string {
  return text.replaceAll('–', '\u2060–\u2060').replaceAll(' %', '\u00a0%');
}
