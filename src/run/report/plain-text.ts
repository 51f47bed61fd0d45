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

const item = '(?:-?[0-9.eE+-]+|"(?:[^"\\\\]|\\\\.)*"|true|false|null)';
/** A list of plain values over several lines; a line break is never inside a string of JSON. */
const plainList = new RegExp(`\\[\\n\\s*${item}(?:,\\n\\s*${item})*\\n\\s*\\]`, 'g');
const member = `"(?:[^"\\\\]|\\\\.)*": ${item}`;
const plainObject = new RegExp(`\\{\\n\\s*${member}(?:,\\n\\s*${member})*\\n\\s*\\}`, 'g');
const longestLine = 88;

/** Short lists and objects of plain values on one line. */
function joined(json: string): string {
  const list = json.replaceAll(plainList, (found) => {
    const line = found.replaceAll(/\n\s*/g, (gap, at: number) =>
      found[at - 1] === ',' ? ' ' : '',
    );
    return line.length > longestLine ? found : line;
  });
  return list.replaceAll(plainObject, (found) => {
    const line = found.replaceAll(/\n\s*/g, ' ');
    return line.length > longestLine ? found : line;
  });
}

/** JSON of the same value in which every character that is no text is written by its number. */
export function plainJson(value: unknown): string {
  const text = joined(JSON.stringify(value, null, 2));
  return text.replaceAll(NOT_TEXT, (found) =>
    found === '\n' ? found : `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
