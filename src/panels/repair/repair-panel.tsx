import { useStore } from 'zustand';
import { repairStore } from '../../state/repair/repair-store.ts';
import { Draft } from './draft/draft.tsx';
import { Intro } from './intro/intro.tsx';
import { KeptModels } from './kept/kept-models.tsx';
import { RepairDownloads } from './repair-downloads.tsx';
import frame from '../shared/frame/panel-frame.module.css';
import classes from './repair-panel.module.css';
import { RepairResults } from './results/repair-results.tsx';
import { RepairBox } from './run/repair-box.tsx';
import { SamplesCard } from './samples/samples-card.tsx';
import { TrainingView } from './training/training-view.tsx';

/** The repair on the left, its training and results on the right. */
export function RepairPanel() {
  const ran = useStore(repairStore, (state) => state.spec);
  return (
    <div className={frame.panel}>
      <div className={`${frame.stack} ${classes.question}`}>
        <section className={frame.card} aria-label="Repair">
          <Draft />
          <RepairBox />
        </section>
        <div className={`${frame.stack} ${classes.aside}`}>
          <div className={frame.card}>
            <KeptModels />
          </div>
          <div className={frame.card}>
            <SamplesCard />
          </div>
        </div>
      </div>
      <div className={`${frame.card} ${frame.wide} ${classes.answer}`}>
        {ran === null ? (
          <Intro />
        ) : (
          <>
            <RepairResults />
            <RepairDownloads />
            <TrainingView key={JSON.stringify(ran)} spec={ran} />
          </>
        )}
      </div>
    </div>
  );
}
