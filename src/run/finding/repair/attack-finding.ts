import type { RepairAttackResult, RepairResult } from '../../../protocol/repair-result.ts';
import { shareText } from './repair-wording.ts';
import { sentence } from '../wording.ts';
import { verdictOf, type Verdict } from './verdict.ts';

type AttackName = RepairAttackResult['attack'];
type CraftedOn = RepairAttackResult['craftedOn'];

/** What the comparisons under one attack say together. */
type Outcome = 'gain' | 'loss' | 'mixed' | 'open';

function outcomeOf(verdicts: readonly (Verdict | null)[]): Outcome | null {
  const known = verdicts.filter((verdict) => verdict !== null);
  if (known.length === 0) return null;
  const gains = known.includes('gain');
  const losses = known.includes('loss');
  if (gains && losses) return 'mixed';
  if (gains) return 'gain';
  return losses ? 'loss' : 'open';
}

/** How the repaired models do under an attack, all strengths together; null without one. */
export function attackOutcome(
  rows: readonly RepairAttackResult[],
  attack: AttackName,
  craftedOn: CraftedOn,
): Outcome | null {
  const own = rows.filter((row) => row.attack === attack && row.craftedOn === craftedOn);
  return outcomeOf(own.map(({ against }) => verdictOf(against)));
}

const ownWords: Readonly<Record<Outcome, string>> = {
  gain: 'more images stay right',
  loss: 'fewer images stay right',
  mixed: 'some models gain and others lose',
  open: 'no difference is shown',
};

/** The two attacks in one sentence; a gain that PGD does not bear out is one against FGSM only. */
function freshSentence(rows: readonly RepairAttackResult[]): string | null {
  const fgsm = attackOutcome(rows, 'fgsm', 'itself');
  const pgd = attackOutcome(rows, 'pgd', 'itself');
  if (fgsm === null && pgd === null) return null;
  if (fgsm === 'gain' && pgd !== null && pgd !== 'gain') {
    const stronger =
      pgd === 'open' ? 'PGD, the stronger attack, shows none' : `with PGD, ${ownWords[pgd]}`;
    return `Attacked afresh, the repair helps against FGSM only: ${stronger}.`;
  }
  if (fgsm === pgd && fgsm !== null) {
    return `Attacked afresh with FGSM and PGD, ${ownWords[fgsm]}.`;
  }
  const parts = [
    ...(fgsm === null ? [] : [`with FGSM ${ownWords[fgsm]}`]),
    ...(pgd === null ? [] : [`with PGD ${ownWords[pgd]}`]),
  ];
  return `Attacked afresh: ${parts.join('; ')}.`;
}

/** Examples that fooled the original: how many still fool, least and most. */
function transferredSentence(rows: readonly RepairAttackResult[]): string | null {
  const shown = rows
    .filter(({ craftedOn, rate }) => craftedOn === 'original' && rate !== null)
    .sort((a, b) => (a.rate ?? 0) - (b.rate ?? 0));
  const least = shown[0];
  const most = shown.at(-1);
  if (least === undefined || most === undefined) {
    return rows.some(({ craftedOn }) => craftedOn === 'original')
      ? 'The attacks did not fool the original once, so no examples could be shown to the others.'
      : null;
  }
  const text = ({ rate, interval }: RepairAttackResult) => shareText({ accuracy: rate, interval });
  const range = least.rate === most.rate ? text(least) : `from ${text(least)} to ${text(most)}`;
  return `Of the examples that fooled the original, ${range} still fool a repaired model.`;
}

/** What the repair did against FGSM and PGD; empty where nothing was attacked. */
export function attackFinding({ attacks }: Pick<RepairResult, 'attacks'>): string[] {
  if (attacks === null) return [];
  return [freshSentence(attacks), transferredSentence(attacks)].flatMap((text) =>
    text === null ? [] : [sentence(text)],
  );
}
