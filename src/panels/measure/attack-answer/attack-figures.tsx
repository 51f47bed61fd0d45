import { Downloads } from '../answer/downloads.tsx';
import { AttackGallery } from '../gallery/attack-gallery.tsx';
import { Soon } from '../../shared/frame/soon.tsx';
import { AttackTable, RecoveryTable } from './attack-tables.tsx';
import { RecoveryFigure } from './recovery-figure.tsx';
import { SuccessFigure } from './success-figure.tsx';
import { useShownAttack } from './use-shown-attack.ts';

/** What an attack did, what random pixels do to its examples, and every figure behind it. */
export function AttackFigures() {
  const shown = useShownAttack();
  if (shown === null) return null;
  return (
    <>
      <RecoveryFigure shown={shown} />
      <Soon>
        <AttackGallery />
        <SuccessFigure shown={shown} />
        <RecoveryTable shown={shown} />
        <AttackTable shown={shown} />
        <Downloads />
      </Soon>
    </>
  );
}
