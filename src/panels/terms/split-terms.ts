import type { TermName } from '../../run/finding/definitions.ts';

/** A word of a sentence that has a definition. */
interface DefinedWord {
  readonly name: TermName;
  readonly word: string;
}

// The letters of the index are told from words by what follows them.
const defined =
  /\b(?:PX5|Pi|[Ee]ligible|[Rr]estored|[Hh]eld-out|McNemar|Holm|FGSM|PGD)\b|\b95[ \u00a0]% intervals?\b|\b[wpra]\b(?= of Pi\b| = | \/ \(| ·|\)(?::|,|$)| the (?:success rate|share)\b)/g;

const names: Readonly<Record<string, TermName>> = {
  eligible: 'eligible',
  restored: 'restored',
  'held-out': 'heldOut',
  '95 % interval': 'interval',
  '95 % intervals': 'interval',
  mcnemar: 'mcnemar',
  holm: 'holm',
  fgsm: 'fgsm',
  pgd: 'pgd',
  px5: 'PX5',
  pi: 'Pi',
  w: 'w',
  p: 'p',
  r: 'r',
  a: 'a',
};

/**
 * A sentence of the lab in pieces: text, and words that have a definition, each where it comes
 * first.
 */
export function splitTerms(sentence: string): (string | DefinedWord)[] {
  const pieces: (string | DefinedWord)[] = [];
  const seen = new Set<TermName>();
  let from = 0;
  for (const { 0: word, index } of sentence.matchAll(defined)) {
    const name = names[word.toLowerCase().replace('\u00a0', ' ')];
    if (name === undefined || seen.has(name)) continue;
    seen.add(name);
    if (index > from) pieces.push(sentence.slice(from, index));
    pieces.push({ name, word });
    from = index + word.length;
  }
  if (from < sentence.length) pieces.push(sentence.slice(from));
  return pieces;
}
