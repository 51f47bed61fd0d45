import type { Spec } from '../../protocol/spec.ts';
import { measureOf } from '../../run/labels.ts';
import type { Outcome } from './attack-view-store.ts';

/** What random pixels can do to an adversarial example. */
export const outcomes: readonly Outcome[] = ['restored', 'stillAdversarial', 'otherWrong'];

/** How figures, tables and pictures call what became of an example; without labels nothing is wrong. */
export function outcomeNames(spec: Pick<Spec, 'images'>): Readonly<Record<Outcome, string>> {
  return {
    restored: 'Restored',
    stillAdversarial: 'Still adversarial',
    otherWrong: measureOf(spec) === 'agreement' ? 'Other class' : 'Other wrong',
  };
}
