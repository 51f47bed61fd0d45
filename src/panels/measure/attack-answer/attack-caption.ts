import { integer } from '../../../run/number-text.ts';
import { agreementCaption } from '../../../run/finding/measure-words.ts';
import { modelName } from '../../../state/models/model-list.ts';
import { pieceText } from '../../shared/sentence/pieces.ts';
import { regionName, valueName } from '../answer/curve/setting-names.ts';
import { sentencePieces } from '../experiment/sentence/sentence-pieces.ts';
import type { RecoveryHeld } from './recovery-lines.ts';
import type { ShownAttack } from './use-shown-attack.ts';
import { dayText } from '../../../run/day-text.ts';

function range(numbers: readonly number[]): string {
  const least = Math.min(...numbers);
  const most = Math.max(...numbers);
  return least === most ? integer(most) : `${integer(least)} to ${integer(most)}`;
}

function heldText({ spec }: ShownAttack, { epsilon, value, region }: RecoveryHeld): string {
  const { values, regions } = spec.grid;
  const parts = [
    ...(epsilon === null ? [] : [`ε ${epsilon}`]),
    ...(values.length > 1 ? [`magnitude ${valueName(value)}`] : []),
    ...(regions.length > 1 ? [`area ${regionName(region)}`] : []),
  ];
  return parts.length === 0 ? '' : ` Drawn here: ${parts.join(', ')}.`;
}

/**
 * The words under a saved figure of an attack: the experiment with its seed, the denominator, how
 * intervals are drawn, and the day.
 * @param held what a figure of recovery holds fixed; null for a figure of the attack itself
 * @param now the day of a run that has not ended
 */
export function attackCaption(shown: ShownAttack, held: RecoveryHeld | null, now: Date): string[] {
  const { spec, attacks, result } = shown;
  const sentence = pieceText(sentencePieces(spec, modelName));
  const n =
    held === null
      ? `${range(attacks.map(({ eligible }) => eligible))} eligible images`
      : `${range(attacks.map(({ examples }) => examples.count))} examples a model and ε`;
  const state = result?.manifest.complete === true ? '' : ' so far; the run is not complete';
  const date = result === null ? now : result.manifest.start;
  return [
    `${sentence}${held === null ? '' : heldText(shown, held)}`.replaceAll('\u00a0', ' '),
    `n = ${n}${state}. Bars: 95 % intervals.${agreementCaption(spec)} Pixelproof, ${dayText(date)}.`,
  ];
}
