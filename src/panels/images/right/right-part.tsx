import { Button, Progress } from '@mantine/core';
import { useStore } from 'zustand';
import { about, duration, integer } from '../../../run/number-text.ts';
import { specModelId } from '../../../protocol/model-id.ts';
import type { ImagesSpec } from '../../../protocol/spec.ts';
import { experimentStore } from '../../../state/experiment/experiment-store.ts';
import { cancelClean, startClean } from '../../../state/images/clean-run.ts';
import { cleanStore, isClassifying, type CleanAnswers } from '../../../state/images/clean-store.ts';
import { modelName } from '../../../state/models/model-list.ts';
import { isRepairing, repairStore } from '../../../state/repair/repair-store.ts';
import { isUnderWay, runStore } from '../../../state/run/run-store.ts';
import { ErrorView } from '../../shared/run/error-view.tsx';
import shown from '../shown/shown.module.css';
import { ConfusionPart } from './confusion-part.tsx';
import { RightTable } from './right-table.tsx';
import classes from './right-part.module.css';

interface RightPartProps {
  readonly images: ImagesSpec;
}

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Whether answers are about these images, of whichever models. */
function isAbout({ images }: CleanAnswers, wanted: ImagesSpec): boolean {
  const path = (each: ImagesSpec) => (each.source === 'roadside' ? '' : each.path);
  return path(images) === path(wanted);
}

/** How many pictures each model of the experiment gets right, and which it takes for what. */
export function RightPart({ images }: RightPartProps) {
  const spec = useStore(experimentStore, (state) => state.spec);
  const clean = useStore(cleanStore);
  const isBusy = useStore(runStore, ({ phase }) => isUnderWay(phase));
  const isTraining = useStore(repairStore, ({ phase }) => isRepairing(phase));
  const names = list.format(spec.models.map((model) => modelName(specModelId(model))));
  const isPredicted = images.source !== 'roadside' && images.labels === 'predicted';
  const answers = clean.answers !== null && isAbout(clean.answers, images) ? clean.answers : null;
  const count = integer(images.count ?? 0);
  const pictures = `${count} ${images.count === 1 ? 'picture' : 'pictures'}`;

  return (
    <section className={shown.part} aria-labelledby="models-right">
      <h3 id="models-right" className={shown.heading}>
        What the models get right
      </h3>
      {isPredicted ? (
        <p className={shown.note}>
          The models know none of the classes of this set, so nobody can say what is right. Choose
          what the classes are in the table above. Without labels an experiment tells agreement: how
          often a model still says what it said of the unchanged picture.
        </p>
      ) : (
        <>
          <p className={shown.note}>
            {names} on{' '}
            {images.source === 'roadside'
              ? `the first ${count} test images`
              : `${pictures} of a known class`}
            , before any pixel is changed. The models are those of the experiment in Measure.
          </p>
          <div className={classes.controls}>
            {isClassifying(clean) ? (
              <>
                <Going />
                <Button variant="default" onClick={cancelClean}>
                  Cancel
                </Button>
              </>
            ) : (
              <Button
                variant="default"
                disabled={isBusy || isTraining}
                onClick={() => void startClean(images, spec)}
              >
                {answers === null ? `Classify ${pictures}` : 'Classify again'}
              </Button>
            )}
            {(isBusy || isTraining) && (
              <span className={shown.note}>
                {isBusy ? 'A run' : 'A repair'} is under way and needs all workers.
              </span>
            )}
            {clean.phase === 'cancelled' && <output className={shown.note}>Cancelled.</output>}
          </div>
        </>
      )}
      {clean.phase === 'failed' && clean.error !== null && (
        <ErrorView error={clean.error} kept="The pictures are as they were." />
      )}
      {answers !== null && !isPredicted && (
        <>
          <RightTable answers={answers} />
          <ConfusionPart answers={answers} />
        </>
      )}
    </section>
  );
}

function Going() {
  const { phase, step, done, total, secondsLeft } = useStore(cleanStore);
  return (
    <div className={classes.progress}>
      <output>
        {phase === 'opening'
          ? step
          : `${integer(done)} of ${integer(total)} classifications${secondsLeft === null ? '' : `, ${about(secondsLeft)}${duration(secondsLeft)} left`}`}
      </output>
      <Progress
        value={total === 0 ? 0 : (100 * done) / total}
        size={6}
        radius={3}
        aria-label="Classifications done"
        color="var(--accent)"
      />
    </div>
  );
}
