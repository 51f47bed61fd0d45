import { element, textElement } from '../markup.ts';
import type { MathNode } from './math.ts';

/** A node as MathML, which browsers set without help. */
function markup(node: MathNode): string {
  switch (node.kind) {
    case 'row':
      return element('mrow', {}, ...node.parts.map(markup));
    case 'name':
      return textElement('mi', {}, node.text);
    case 'number':
      return textElement('mn', {}, node.text);
    case 'sign':
      return textElement('mo', {}, node.text);
    case 'words':
      return textElement('mtext', {}, node.text);
    case 'gap':
      return element('mspace', { width: `${node.width}em` });
    case 'fraction':
      return element('mfrac', {}, markup(node.over), markup(node.under));
    case 'sub':
      return element('msub', {}, markup(node.base), markup(node.below));
    case 'sup':
      return element('msup', {}, markup(node.base), markup(node.above));
    case 'under':
      return element('munder', {}, markup(node.base), markup(node.below));
  }
}

/** A formula as a math element, in the line or on one of its own. */
export function mathMl(node: MathNode, display: 'inline' | 'block'): string {
  return element('math', { display }, markup(node));
}
