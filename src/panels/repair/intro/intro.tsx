import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { pixelsOf } from '../../../run/number-text.ts';
import type { RepairLayers } from '../../../protocol/repair.ts';
import { fittingCounts } from '../../../state/experiment/sample-setting.ts';
import { startRepairRun } from '../../../state/repair/repair-controller.ts';
import { repairDraft } from '../../../state/repair/repair-draft.ts';
import { imagesOfRole } from '../../../state/repair/repair-images.ts';
import { repairPreset } from '../../../state/repair/repair-presets.ts';
import { isUnderWay, runStore } from '../../../state/run/run-store.ts';
import { SamplePicture } from '../../shared/samples/sample-picture.tsx';
import { useSamplePictures } from '../../shared/samples/use-sample-pictures.ts';
import classes from './intro.module.css';

const places = [0, 1, 2];

const learns: Readonly<Record<RepairLayers, string>> = {
  last: 'The last layer learns from the samples; the rest of the network stays as it is.',
  block: 'The last layers learn from the samples; the rest of the network stays as it is.',
  all: 'The whole network learns from the samples.',
};

/** Height and width of Roadside's images, known before any of them is rendered. */
const side = 64;

/** What a repair is, before the first one, and the way to a small one. */
export function Intro() {
  const spec = useStore(repairDraft, (state) => state.spec);
  const replace = useStore(repairDraft, (state) => state.replace);
  const { layers } = spec.repair;
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
            small-distance sample: close to the original, and to you still the same.
          </p>
        </li>
        <li>
          <h3>Training</h3>
          <p>{learns[layers]} One model is made for each number of changed pixels.</p>
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
        <p>
          {spec.images.source === 'roadside' ? '300 training images and one model' : 'One model'}: a
          first look, not an answer.
        </p>
      </div>
    </section>
  );
}

/** Training images as they are, and as the sentence changes them. */
function Pictures() {
  const spec = useStore(repairDraft, (state) => state.spec);
  const images = useMemo(() => imagesOfRole(spec, 'train'), [spec]);
  const { samples, problem } = useSamplePictures(images, spec.models, places.length);
  const { seed, repair } = spec;
  const { arm, counts, value, region } = repair;
  const [{ height, width } = { height: side, width: side }] = samples;
  const count = fittingCounts(counts, [height, width], region).at(-1);
  if (arm !== 'pixels' || count === undefined) return null;
  const what = images.source === 'roadside' ? 'Three signs' : 'Pictures for training';

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
        {problem ?? `${what} as they are, and with ${pixelsOf(count)} changed.`}
      </figcaption>
    </figure>
  );
}
