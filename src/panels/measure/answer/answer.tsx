import { useStore } from 'zustand';
import { experimentStore } from '../../../state/experiment/experiment-store.ts';
import { runStore } from '../../../state/run/run-store.ts';
import { AttackFigures } from '../attack-answer/attack-figures.tsx';
import { AttackFinding } from '../attack-answer/attack-finding.tsx';
import { Gallery } from '../gallery/gallery.tsx';
import { Ranking } from '../ranking/ranking.tsx';
import frame from '../../shared/frame/panel-frame.module.css';
import { Soon } from '../../shared/frame/soon.tsx';
import classes from './answer.module.css';
import { Curve } from './curve/curve.tsx';
import { Downloads } from './downloads.tsx';
import { FindingText } from './finding-text.tsx';
import { DataTable } from './table/data-table.tsx';
import { useShownRun } from './use-shown-run.ts';

/** The finding, its figures and every number behind them, for the kind of run that is shown. */
export function Answer() {
  const run = useStore(runStore, (state) => state.spec);
  const planned = useStore(experimentStore, (state) => state.spec);
  const isAttack = (run ?? planned).attack !== undefined;

  return (
    <section className={`${frame.card} ${frame.wide} ${classes.answer}`} aria-label="Answer">
      {isAttack ? <AttackFinding /> : <FindingText />}
      {isAttack ? <AttackFigures /> : <Figures />}
    </section>
  );
}

function Figures() {
  const shown = useShownRun();
  return (
    <>
      <Curve shown={shown} />
      <Soon>
        <Gallery />
        <Ranking />
        <DataTable shown={shown} />
        <Downloads />
      </Soon>
    </>
  );
}
