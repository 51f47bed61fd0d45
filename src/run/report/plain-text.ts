/**
 * Characters that are not text: controls, halves of pairs, and those that turn the direction of
 * what follows, so that a name would read otherwise than it is.
 */
const NOT_TEXT = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\ufeff\ufffe\uffff]/gu;

/** A text that can stand anywhere: white space as spaces, what is no text as �. */
export function plainText(text: string): string {
  return text.replaceAll(/[\t\n\r]+/g, ' ').replaceAll(NOT_TEXT, '\ufffd');
}

/** Like {@link plainText}, with its lines kept. */
export function plainLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(plainText)
    .join('\n');
}

/** JSON of the same value in which every character that is no text is written as \uXXXX. */
export function plainJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return text.replaceAll(NOT_TEXT, (found) =>
    found === '\n' ? found : `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
