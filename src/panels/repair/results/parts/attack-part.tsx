import { attackFinding } from '../../../../run/finding/repair/attack-finding.ts';
import { missingBecause } from '../../../../run/finding/repair/describe-repair.ts';
import type { ResultView } from '../view.ts';
import { attackTracks } from './attack-tracks.ts';
import { TrackPart } from './track-part.tsx';

/** The paper's Table 11: adversarial examples, before and after. */
export function AttackPart({ view }: { readonly view: ResultView }) {
  const { result } = view;
  const attacks = result.attacks !== null && result.attacks.length > 0 ? result.attacks : null;
  const finding = attackFinding(result).join(' ');
  return (
    <TrackPart
      view={view}
      heading="Adversarial examples: FGSM and PGD"
      text={
        attacks === null
          ? missingBecause(result, 'the attacks')
          : `${finding} Of all attacked held-out images; p is against the original under its own attack, exact McNemar, after Holm. ▲ ▼ mark differences with p ≤ 0.05.`
      }
      file="pixelproof-repair-attacks"
      tracks={attacks && attackTracks(attacks, view)}
    />
  );
}
