import { useStore } from 'zustand';
import { repairStore } from '../../state/repair/repair-store.ts';
import { Draft } from './draft/draft.tsx';
import { Intro } from './intro/intro.tsx';
import { KeptModels } from './kept/kept-models.tsx';
import { RepairDownloads } from './repair-downloads.tsx';
import classes from './repair-panel.module.css';
import { RepairResults } from './results/repair-results.tsx';
import { RepairBox } from './run/repair-box.tsx';
import { SamplesCard } from './samples/samples-card.tsx';
import { TrainingView } from './training/training-view.tsx';

/** The repair on the left, its training and results on the right. */
export function RepairPanel() {
  const ran = useStore(repairStore, (state) => state.spec);
  return (
    <div className={classes.panel}>
      <div className={classes.question}>
        <section className={classes.card} aria-label="Repair">
          <Draft />
          <RepairBox />
        </section>
        <div className={classes.aside}>
          <div className={classes.card}>
            <KeptModels />
          </div>
          <div className={classes.card}>
            <SamplesCard />
          </div>
        </div>
      </div>
      <div className={`${classes.card} ${classes.answer}`}>
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
