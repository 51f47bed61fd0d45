import { useEffect } from 'react';
import { useStore } from 'zustand';
import { pixelsOf } from '../../../charts/format.ts';
import { pixelCounts } from '../../../state/experiment/presets.ts';
import { experimentStore } from '../../../state/experiment/experiment-store.ts';
import { loadSampleImages, sampleStore } from '../../../state/sample-images.ts';
import { viewStore } from '../../../state/answer/view-store.ts';
import { SamplePicture } from './sample-picture.tsx';
import classes from './sample-strip.module.css';

const places = [0, 1, 2];

/** What a pixel change looks like: test images unchanged, and with exactly this experiment's draw. */
export function SampleStrip() {
  const samples = useStore(sampleStore, (state) => state.samples);
  const count = useStore(viewStore, (state) => state.activeCount);
  const show = useStore(viewStore, (state) => state.show);
  const seed = useStore(experimentStore, (state) => state.spec.seed);

  useEffect(() => {
    void loadSampleImages();
  }, []);

  return (
    <section className={classes.strip} aria-labelledby="samples">
      <h2 id="samples" className={classes.heading}>
        What the models see
      </h2>
      <label className={classes.slider}>
        <span className={classes.count}>{pixelsOf(count)} changed</span>
        <input
          type="range"
          min={0}
          max={pixelCounts.length - 1}
          step={1}
          value={Math.max(0, pixelCounts.indexOf(count))}
          aria-valuetext={`${pixelsOf(count)} changed`}
          onChange={(event) => show(pixelCounts[Number(event.currentTarget.value)] ?? 1)}
        />
      </label>
      <div className={classes.pictures}>
        {places.map((place) => (
          <div key={place} className={classes.pair}>
            <SamplePicture sample={samples[place]} count={0} seed={seed} />
            <SamplePicture sample={samples[place]} count={count} seed={seed} />
          </div>
        ))}
      </div>
      <p className={classes.note}>
        Three test images of 64 × 64 pixels: above as they are, below with the pixels that seed{' '}
        {seed} changes in them.
      </p>
    </section>
  );
}
