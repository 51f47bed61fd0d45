import { attackSchema } from '../../../protocol/attack-spec.ts';
import { listText, numberText, switchText, wholeText, wordText } from './field-texts.ts';
import type { LinkField } from './link-fields.ts';

/** One size or several; a spec may write one without a list. */
const sizesText = {
  read: listText(wholeText).read,
  write: (sizes: number | number[]) => [sizes].flat().join(','),
};

const ofAttack = (key: string, text: LinkField['text'], name = key): LinkField => ({
  key,
  path: ['spec', 'attack', name],
  text,
  needs: 'attack',
});

/** How adversarial examples are made. */
export const attackFields: readonly LinkField[] = [
  { key: 'attack', path: ['spec', 'attack', 'kind'], text: wordText(['fgsm', 'pgd', 'one-pixel']) },
  ofAttack('epsilon', sizesText),
  ofAttack('step', numberText),
  ofAttack('iterations', wholeText),
  ofAttack('start', switchText('random', 'image'), 'randomStart'),
  ofAttack('pixels', wholeText),
  ofAttack('population', wholeText),
  ofAttack('generations', wholeText),
  ofAttack('search', wordText(['evolution', 'random'])),
];

/** What an attack is where a link says its kind alone, without the kind: the part of a spec that holds it. */
export function usualAttack(kind: unknown): { readonly attack?: object } {
  const { data } = attackSchema.safeParse({ kind });
  if (data === undefined) return {};
  const { kind: _, ...attack } = data;
  return { attack: 'epsilon' in attack ? { ...attack, epsilon: [attack.epsilon].flat() } : attack };
}
