import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { pixelsOf } from '../../../run/number-text.ts';
import { fittingCounts } from '../../../state/experiment/sample-setting.ts';
import { startRepairRun } from '../../../state/repair/repair-controller.ts';
import { repairDraft } from '../../../state/repair/repair-draft.ts';
import { repairPreset } from '../../../state/repair/repair-presets.ts';
import { isUnderWay, runStore } from '../../../state/run/run-store.ts';
import { loadSampleImages, sampleStore } from '../../../state/sample-images.ts';
import { SamplePicture } from '../../shared/samples/sample-picture.tsx';
import classes from './intro.module.css';

const places = [0, 1, 2];
/** Height and width of Roadside's images. */
const side = 64;

/** What a repair is, before the first one, and the way to a small one. */
export function Intro() {
  const spec = useStore(repairDraft, (state) => state.spec);
  const replace = useStore(repairDraft, (state) => state.replace);
  const isBusy = useStore(runStore, ({ phase }) => isUnderWay(phase));

  const start = () => {
    replace(repairPreset('quick', spec));
    startRepairRun();
  };

  return (
    <section className={classes.intro} aria-labelledby="repair-intro">
      <h2 id="repair-intro" className={classes.heading}>
        What a repair is
      </h2>
      <p className={classes.headline}>
        A model learns from images in which a few pixels were changed. Is it harder to mislead
        afterwards, and what does that cost?
      </p>
      <ol className={classes.steps}>
        <li>
          <h3>Samples</h3>
          <p>
            A few random pixels of each training image are changed. Such an image is a
            small-distance sample: close to the original, and still the same sign.
          </p>
        </li>
        <li>
          <h3>Training</h3>
          <p>
            The last layer learns anew from the samples; the rest of the network stays as it is. One
            model is made for each number of changed pixels.
          </p>
        </li>
        <li>
          <h3>Judgement</h3>
          <p>
            Original and repaired models classify the same held-out images: unchanged, with changed
            pixels and under attack. How far they lie from the decision boundary is measured too.
          </p>
        </li>
      </ol>
      <Pictures />
      <div className={classes.start}>
        <Button onClick={start} disabled={isBusy}>
          Try a small repair
        </Button>
        <p>300 training images and one model: a first look, not an answer.</p>
      </div>
    </section>
  );
}

/** Images as they are, and as the sentence changes them. */
function Pictures() {
  const samples = useStore(sampleStore, (state) => state.samples);
  const { seed, repair } = useStore(repairDraft, (state) => state.spec);
  const { arm, counts, value, region } = repair;
  const count = fittingCounts(counts, [side, side], region).at(-1);
  useEffect(() => {
    void loadSampleImages();
  }, []);
  if (arm !== 'pixels' || count === undefined) return null;

  return (
    <figure className={classes.pictures}>
      <div className={classes.pairs}>
        {places.map((place) => (
          <div key={place} className={classes.pair}>
            <SamplePicture sample={samples[place]} change={null} />
            <SamplePicture sample={samples[place]} change={{ count, value, region, seed }} />
          </div>
        ))}
      </div>
      <figcaption className={classes.caption}>
        Three signs as they are, and with {pixelsOf(count)} changed.
      </figcaption>
    </figure>
  );
}
