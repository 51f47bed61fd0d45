/** A formula as a tree, written as MathML or TeX. */
export type MathNode =
  | { readonly kind: 'row'; readonly parts: readonly MathNode[] }
  /** A variable; several letters stand upright. */
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string }
  | { readonly kind: 'words'; readonly text: string }
  /** Empty space, in units of the type size. */
  | { readonly kind: 'gap'; readonly width: number }
  | { readonly kind: 'fraction'; readonly over: MathNode; readonly under: MathNode }
  | { readonly kind: 'sub'; readonly base: MathNode; readonly below: MathNode }
  | { readonly kind: 'sup'; readonly base: MathNode; readonly above: MathNode }
  /** An operator with what it runs over beneath: min over j ≠ y. */
  | { readonly kind: 'under'; readonly base: MathNode; readonly below: MathNode };

type Part = MathNode | string;

/** Signs and brackets; everything else is a name or a number. */
const SIGNS = new Set('≈ = · + − × / ( ) , ≤ ≥ ≠ < > ∼ ‖ ∇ ∂ |'.split(' '));

function nodeOf(part: Part): MathNode {
  if (typeof part !== 'string') return part;
  if (SIGNS.has(part)) return { kind: 'sign', text: part };
  return /^[\d.½]+$/.test(part) ? { kind: 'number', text: part } : { kind: 'name', text: part };
}

/** Parts side by side; strings are names, numbers or signs. */
export function row(...parts: readonly Part[]): MathNode {
  return { kind: 'row', parts: parts.map(nodeOf) };
}

/** Parts of a string between spaces, side by side: "w = p · r". */
export function formula(text: string): MathNode {
  return row(...text.split(' '));
}

export function fraction(over: Part, below: Part): MathNode {
  return { kind: 'fraction', over: nodeOf(over), under: nodeOf(below) };
}

export function sub(base: Part, below: Part): MathNode {
  return { kind: 'sub', base: nodeOf(base), below: nodeOf(below) };
}

export function sup(base: Part, above: Part): MathNode {
  return { kind: 'sup', base: nodeOf(base), above: nodeOf(above) };
}

export function under(base: Part, below: Part): MathNode {
  return { kind: 'under', base: nodeOf(base), below: nodeOf(below) };
}

export function gap(width: number): MathNode {
  return { kind: 'gap', width };
}

export function words(text: string): MathNode {
  return { kind: 'words', text };
}
