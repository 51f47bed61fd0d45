import { plainText } from '../plain-text.ts';

const signs: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // A row that begins with a bracket would be read as the size of the step before it.
  '[': '{[}',
  ']': '{]}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
  '\u00a0': '~',
  '–': '--',
  '—': '---',
  '−': '$-$',
  '±': '$\\pm$',
  '×': '$\\times$',
  '·': '$\\cdot$',
  '≤': '$\\le$',
  '≥': '$\\ge$',
  '≠': '$\\ne$',
  '→': '$\\to$',
  '∞': '$\\infty$',
  ε: '$\\varepsilon$',
  Δ: '$\\Delta$',
  '“': '``',
  '”': "''",
  '’': "'",
  '…': '\\ldots{}',
  '\ufffd': '?',
};

/**
 * A text of any origin as LaTeX that sets it; letters of other scripts are left as they are. Per
 * cent and sizes are kept on one line.
 */
export function escapeLatex(text: string): string {
  const tied = plainText(text).replaceAll(/ (?=[%×])|(?<=×) /g, '\u00a0');
  return Array.from(tied, (sign) => signs[sign] ?? sign).join('');
}
