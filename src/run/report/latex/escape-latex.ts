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

/** A text of any origin as LaTeX that sets it; letters of other scripts are left as they are. */
export function escapeLatex(text: string): string {
  return Array.from(plainText(text), (sign) => signs[sign] ?? sign).join('');
}
