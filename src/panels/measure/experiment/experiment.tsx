import { useDeferredValue, useState } from 'react';
import { useStore } from 'zustand';
import { experimentStore } from '../../../state/experiment/experiment-store.ts';
import { modelName } from '../../../state/models/model-list.ts';
import { goToPanel } from '../../../state/navigation/navigation-store.ts';
import { isUnderWay, runStore } from '../../../state/run/run-store.ts';
import classes from '../../shared/sentence/sentence-text.module.css';
import { ExperimentPresets } from './presets/experiment-presets.tsx';
import { partControls } from './sentence/part-controls.ts';
import { rankPieces, sentencePieces, type PartName } from './sentence/sentence-pieces.ts';
import { Sentence } from '../../shared/sentence/sentence.tsx';
import { useSpecProblem } from './use-spec-problem.ts';

/** The experiment as a sentence; what can be changed is underlined and opens its control. */
export function Experiment() {
  const spec = useStore(experimentStore, (state) => state.spec);
  // Every part brings a control of its own: drawn in slices, after progress and buttons.
  const isLocked = useDeferredValue(useStore(runStore, ({ phase }) => isUnderWay(phase)));
  const problem = useSpecProblem();
  const [open, setOpen] = useState<PartName | null>(null);
  const shared = { controls: partControls, isLocked, open, onOpen: setOpen, problem };

  return (
    <>
      <h2 className={classes.heading}>Experiment</h2>
      <ExperimentPresets isLocked={isLocked} onCustom={() => setOpen('counts')} />
      <Sentence pieces={sentencePieces(spec, modelName)} className={classes.sentence} {...shared} />
      <Sentence pieces={rankPieces(spec)} className={classes.second} {...shared} />
      {problem !== null && (
        <p id="experiment-problem" role="alert" className={classes.problem}>
          {problem.message}
          {problem.part === 'images' && (
            <>
              {' '}
              <button type="button" className={classes.link} onClick={() => goToPanel('images')}>
                Open Images
              </button>
            </>
          )}
        </p>
      )}
    </>
  );
}
