import { plainText } from '../plain-text.ts';

/**
 * A text of any origin as GitHub-flavoured Markdown that shows it: nothing in it is markup, a
 * formula, HTML or the end of a table's cell.
 */
export function escapeMarkdown(text: string): string {
  return plainText(text)
    .replaceAll(/[\\`*_[\]#|~$!]/g, (sign) => `\\${sign}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(
      /^(\s*)([-+]|\d+[.)])(?=\s|$)/,
      (_, space: string, sign: string) => `${space}${sign.slice(0, -1)}\\${sign.slice(-1)}`,
    );
}

/** A fenced block whose fence is longer than any run of backticks in it. */
export function fenced(text: string, language: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return `${fence}${language}\n${text}\n${fence}`;
}

/** A piece of text in the line as code. */
export function codeSpan(text: string): string {
  const plain = plainText(text);
  const runs = plain.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  return `${fence}${plain.startsWith('`') || plain.endsWith('`') ? ` ${plain} ` : plain}${fence}`;
}
