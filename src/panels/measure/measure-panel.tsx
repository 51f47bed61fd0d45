import { lazy } from 'react';
import { Experiment } from './experiment/experiment.tsx';
import frame from '../shared/frame/panel-frame.module.css';
import { Soon } from '../shared/frame/soon.tsx';
import classes from './measure-panel.module.css';
import { RunBox } from './run/run-box.tsx';
import { SampleStrip } from './samples/sample-strip.tsx';

const Answer = lazy(async () => ({ default: (await import('./answer/answer.tsx')).Answer }));

/** The experiment on the left, the answer on the right. */
export function MeasurePanel() {
  return (
    <div className={frame.panel}>
      <div className={`${frame.stack} ${classes.question}`}>
        <section className={frame.card} aria-label="Experiment">
          <Experiment />
          <RunBox />
        </section>
        <div className={classes.samples}>
          <SampleStrip />
        </div>
      </div>
      <Soon place={<div className={`${frame.card} ${classes.place}`} />}>
        <Answer />
      </Soon>
    </div>
  );
}
