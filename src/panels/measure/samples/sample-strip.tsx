import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { pixelsOf } from '../../../run/number-text.ts';
import { viewStore, type PinnedCell } from '../../../state/answer/view-store.ts';
import { experimentStore } from '../../../state/experiment/experiment-store.ts';
import { fittingCounts, nearest, sampleSetting } from '../../../state/experiment/sample-setting.ts';
import { loadOwnSamples, ownSamples } from '../../../state/images/own-samples.ts';
import { imageSets } from '../../../state/images/image-sets.ts';
import { cardsStore } from '../../../state/models/cards-store.ts';
import { loadSampleImages, sampleStore, type Sample } from '../../../state/sample-images.ts';
import { SamplePicture } from '../../shared/samples/sample-picture.tsx';
import classes from './sample-strip.module.css';
import { SettingChoice } from './setting-choice.tsx';

const places = [0, 1, 2];

/** Height and width of Roadside's images, known before any of them is rendered. */
const side = 64;

type Setting = ReturnType<typeof sampleSetting>;

/** The setting that was chosen here; a cell pinned in the chart afterwards takes its place. */
function useSetting(): [Setting, (setting: Setting) => void] {
  const grid = useStore(experimentStore, (state) => state.spec.grid);
  const pinned = useStore(viewStore, (state) => state.pinned);
  const [chosen, setChosen] = useState<{ setting: Setting; pinned: PinnedCell | null } | null>(
    null,
  );
  const own = chosen !== null && chosen.pinned === pinned ? chosen.setting : null;
  const setting = useMemo(() => sampleSetting(grid, [own, pinned]), [grid, own, pinned]);
  return [setting, (next) => setChosen({ setting: next, pinned })];
}

/** The pictures of the experiment, as far as they are ready, and what is to be said of them. */
function useSamples(): { readonly samples: readonly Sample[]; readonly problem: string | null } {
  const roadside = useStore(sampleStore, (state) => state.samples);
  const own = useStore(ownSamples);
  const { images, models } = useStore(experimentStore, (state) => state.spec);
  // Both are listed some time after the page has opened.
  const sets = useStore(imageSets, (state) => state.sets);
  const cards = useStore(cardsStore, (state) => state.cards);
  const isOwn = images.source !== 'roadside';
  useEffect(() => {
    void (isOwn
      ? loadOwnSamples({ images, models }, { sets, cards }, places.length)
      : loadSampleImages());
  }, [isOwn, images, models, sets, cards]);
  return isOwn ? own : { samples: roadside, problem: null };
}

/** What a pixel change looks like: images unchanged, and with exactly this experiment's draw. */
export function SampleStrip() {
  const { samples, problem } = useSamples();
  const [{ height, width } = { height: side, width: side }] = samples;
  const active = useStore(viewStore, (state) => state.activeCount);
  const show = useStore(viewStore, (state) => state.show);
  const { grid, seed, images } = useStore(experimentStore, (state) => state.spec);
  const isOwn = images.source !== 'roadside';
  const [setting, setSetting] = useSetting();
  const { counts, count, change } = useMemo(() => {
    const fitting = fittingCounts(grid.counts, [height, width], setting.region);
    const shown = nearest(fitting, active);
    const isEmpty = fitting.length === 0;
    return {
      counts: fitting,
      count: shown,
      change: isEmpty ? null : { ...setting, count: shown, seed },
    };
  }, [grid, setting, active, seed, height, width]);

  return (
    <section className={classes.strip} aria-labelledby="samples">
      <div className={classes.top}>
        <h2 id="samples" className={classes.heading}>
          What the models see
        </h2>
        <SettingChoice grid={grid} setting={setting} onSetting={setSetting} />
      </div>
      <label className={classes.slider}>
        <span className={classes.count}>{pixelsOf(count)} changed</span>
        {counts.length > 1 && (
          <input
            type="range"
            min={0}
            max={counts.length - 1}
            step={1}
            value={counts.indexOf(count)}
            aria-valuetext={`${pixelsOf(count)} changed`}
            onChange={(event) => show(counts[Number(event.currentTarget.value)] ?? count)}
          />
        )}
      </label>
      <div className={classes.pictures}>
        {places.map((place) => (
          <div key={place} className={classes.pair}>
            <SamplePicture sample={samples[place]} change={null} />
            <SamplePicture sample={samples[place]} change={change} />
          </div>
        ))}
      </div>
      <p className={classes.note}>
        {problem ??
          `${isOwn ? 'Your images' : 'Test images'} of ${height} × ${width} pixels: above as they are, below with the pixels that seed ${seed} changes in them.`}
      </p>
    </section>
  );
}
