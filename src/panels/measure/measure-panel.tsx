import { Answer } from './answer/answer.tsx';
import { Experiment } from './experiment/experiment.tsx';
import classes from './measure-panel.module.css';
import { RunBox } from './run/run-box.tsx';
import { SampleStrip } from './samples/sample-strip.tsx';

/** The experiment on the left, the answer on the right. */
export function MeasurePanel() {
  return (
    <div className={classes.panel}>
      <div className={classes.question}>
        <section className={classes.card} aria-label="Experiment">
          <Experiment />
          <RunBox />
        </section>
        <div className={classes.samples}>
          <SampleStrip />
        </div>
      </div>
      <Answer />
    </div>
  );
}
