import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { FigurePlace } from '../../../run/figure/figure-types.ts';
import { FigureView } from '../../../charts/figure/figure-view.tsx';
import { seriesStyle } from '../../../run/figure/series-style.ts';
import type { RepairExperiment, TrainingState } from '../../../run/repair/repair-types.ts';
import { modelPositions } from '../../../state/models/model-position.ts';
import { repairStore } from '../../../state/repair/repair-store.ts';
import { repairView, type TrainingMeasure } from '../../../state/repair/repair-view.ts';
import { ModelStates } from './model-states.tsx';
import { trainingsOf } from './shown-trainings.ts';
import { trainingAxes } from './training-axes.ts';
import { trainingPanels } from './training-panels.ts';
import classes from './training-view.module.css';

const measures: { value: TrainingMeasure; label: string }[] = [
  { value: 'accuracy', label: 'Accuracy' },
  { value: 'loss', label: 'Loss' },
];

/** Classes of Roadside, until a model has said how many it tells apart. */
const USUAL_CLASSES = 12;

type Shown = Pick<TrainingState, 'id' | 'count' | 'epochs'>;

/** Empty panels of the models to come hold their places from the start. */
function shownModels(spec: RepairExperiment, models: readonly TrainingState[]): readonly Shown[] {
  if (models.length > 0) return models;
  return spec.repair.counts.map((count) => ({ id: String(count), count, epochs: [] }));
}

/** The training as curves over its epochs, and what each model is doing. */
export function TrainingView({ spec }: { readonly spec: RepairExperiment }) {
  const live = useStore(repairStore, ({ snapshot }) => snapshot?.models);
  const result = useStore(repairStore, (state) => state.result);
  // A result from a file has no snapshots.
  const states = useMemo(() => live ?? (result ? trainingsOf(result) : undefined), [live, result]);
  const { training: measure, epoch: chosen } = useStore(repairView);
  const [pinned, setPinned] = useState<FigurePlace | null>(null);
  const { epochs, model } = spec.repair;

  const models = shownModels(spec, states ?? []);
  const style = seriesStyle(modelPositions(spec.models).get(model) ?? 0);
  const done = models.map((each) => each.epochs.length);
  const classCount =
    states?.find(({ facts }) => facts !== null)?.facts?.classes ?? result?.original.classes.length;
  const highest = Math.max(0, ...models.flatMap((each) => each.epochs.map(({ loss }) => loss)));
  const top = Math.ceil(highest);
  const axes = useMemo(
    () => trainingAxes(measure, epochs, classCount ?? USUAL_CLASSES, top),
    [measure, epochs, classCount, top],
  );
  const positions = useMemo(() => Array.from({ length: epochs }, (_, at) => at + 1), [epochs]);
  const active = Math.min(epochs, chosen ?? Math.max(1, ...done));
  const panels = trainingPanels(models, measure, style);

  return (
    <section className={classes.training} aria-label="Training">
      <div className={classes.top}>
        <h2 className={classes.heading}>Training</h2>
        <SegmentedControl
          size="xs"
          data={measures}
          value={measure}
          onChange={(value) => {
            repairView.setState({ training: value });
            setPinned(null);
          }}
          aria-label="Shown of the training"
        />
      </div>
      {states !== undefined && <ModelStates models={states} />}
      <p className={classes.axisTitle}>{axes.y.title}</p>
      <FigureView
        title={measure === 'accuracy' ? 'Accuracy over the epochs' : 'Loss over the epochs'}
        label={`${measure === 'accuracy' ? 'Accuracy' : 'Loss'} over the epochs, one epoch at a time`}
        kind={epochs > 1 ? 'curves' : 'dots'}
        panels={panels}
        axes={axes}
        positions={positions}
        active={active}
        onActive={(epoch) => repairView.setState({ epoch })}
        pinned={pinned}
        onPin={setPinned}
        nameOf={(epoch) => `Epoch ${epoch}`}
        readoutTitle={`After epoch ${active}`}
        over={null}
      />
      {panels.length > 1 && epochs > 1 && (
        <p className={classes.axisTitle} aria-hidden="true">
          {axes.x.title}
        </p>
      )}
      <p className={classes.axisTitle}>
        Samples are those that train the model, each judged before the step that uses it. Changed
        and unchanged are validation images, which choose the epoch.
      </p>
    </section>
  );
}
