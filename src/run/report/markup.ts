import { plainText } from './plain-text.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function withEntities(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '');
}

/** A text of any origin as HTML or SVG that shows it, in an element or in an attribute. */
export function escapeMarkup(text: string): string {
  return withEntities(plainText(text));
}

/** Like {@link escapeMarkup}, for lines that are kept. */
export function escapeLines(lines: string): string {
  return lines.split('\n').map(escapeMarkup).join('\n');
}

/** Attributes of an element; undefined leaves one out. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

function attributeText([name, value]: [string, string | number | undefined]): string {
  if (value === undefined) return '';
  return ` ${name}="${typeof value === 'number' ? shortNumber(value) : escapeMarkup(value)}"`;
}

/** Two decimals are a quarter of what a printer resolves. */
function shortNumber(value: number): string {
  return String(Number(value.toFixed(2)));
}

/**
 * An element as text.
 * @param content markup, escaped already
 */
export function element(name: string, attributes: Attributes, ...content: string[]): string {
  const start = `<${name}${Object.entries(attributes).map(attributeText).join('')}`;
  return content.length === 0 ? `${start}/>` : `${start}>${content.join('')}</${name}>`;
}

/** An element that holds text of any origin. */
export function textElement(name: string, attributes: Attributes, text: string): string {
  return element(name, attributes, escapeMarkup(text));
}
