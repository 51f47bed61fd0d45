import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { pixelsOf } from '../../../run/number-text.ts';
import { viewStore, type PinnedCell } from '../../../state/answer/view-store.ts';
import { experimentStore } from '../../../state/experiment/experiment-store.ts';
import { fittingCounts, nearest, sampleSetting } from '../../../state/experiment/sample-setting.ts';
import { SamplePicture } from '../../shared/samples/sample-picture.tsx';
import { useSamplePictures } from '../../shared/samples/use-sample-pictures.ts';
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

/** What a pixel change looks like: images unchanged, and with exactly this experiment's draw. */
export function SampleStrip() {
  const { images, models } = useStore(experimentStore, (state) => state.spec);
  const { samples, problem } = useSamplePictures(images, models, places.length);
  const [{ height, width } = { height: side, width: side }] = samples;
  const active = useStore(viewStore, (state) => state.activeCount);
  const show = useStore(viewStore, (state) => state.show);
  const { grid, seed } = useStore(experimentStore, (state) => state.spec);
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
