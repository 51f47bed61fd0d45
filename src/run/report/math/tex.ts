import { plainText } from '../plain-text.ts';
import type { MathNode } from './math.ts';

const letters: Readonly<Record<string, string>> = {
  ε: '\\varepsilon',
  '·': '\\cdot',
  '−': '-',
  '≤': '\\le',
  '≠': '\\ne',
  '≈': '\\approx',
  '∼': '\\sim',
  '‖': '\\|',
  '∇': '\\nabla',
  '∂': '\\partial',
  '½': '\\tfrac{1}{2}',
  '′': "'",
};

function symbol(text: string): string {
  return letters[text] ?? plainText(text);
}

/** A node of a formula as TeX, without the dollars around it. */
export function texMath(node: MathNode): string {
  switch (node.kind) {
    case 'row':
      return node.parts.map(texMath).join(' ');
    case 'name': {
      const known = letters[node.text];
      if (known !== undefined) return known;
      return Array.from(node.text).length > 1
        ? `\\mathrm{${symbol(node.text)}}`
        : symbol(node.text);
    }
    case 'number':
      return symbol(node.text);
    case 'sign':
      return symbol(node.text);
    case 'words':
      return `\\text{${plainText(node.text)}}`;
    case 'gap':
      return node.width >= 1 ? '\\qquad' : '\\,';
    case 'fraction':
      return `\\frac{${texMath(node.over)}}{${texMath(node.under)}}`;
    case 'sub':
      return `${texMath(node.base)}_{${texMath(node.below)}}`;
    case 'sup':
      return node.above.kind === 'name' && node.above.text === '′'
        ? `${texMath(node.base)}'`
        : `${texMath(node.base)}^{${texMath(node.above)}}`;
    case 'under': {
      const base =
        node.base.kind === 'words'
          ? `\\operatorname*{${plainText(node.base.text)}}`
          : texMath(node.base);
      return `${base}_{${texMath(node.below)}}`;
    }
  }
}
