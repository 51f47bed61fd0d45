import { useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import { AccuracyFigure } from '../../../charts/curve/accuracy-figure.tsx';
import { AccuracyTable } from '../../../charts/table/accuracy-table.tsx';
import { pixelCounts } from '../../../state/experiment/presets.ts';
import { isUnderWay, runStore } from '../../../state/run/run-store.ts';
import { viewStore } from '../../../state/answer/view-store.ts';
import classes from './answer.module.css';
import { seriesOfCells, seriesOfTallies } from './curve-data.ts';
import { Downloads } from './downloads.tsx';
import { FindingText } from './finding-text.tsx';

/** The finding, its curve and every figure behind it. */
export function Answer() {
  return (
    <section className={classes.answer} aria-label="Answer">
      <FindingText />
      <Curve />
      <Downloads />
    </section>
  );
}

function Curve() {
  const result = useStore(runStore, (state) => state.result);
  const tallies = useStore(runStore, (state) => state.snapshot?.tallies);
  const isLive = useStore(runStore, ({ phase }) => isUnderWay(phase));
  const active = useStore(viewStore, (state) => state.activeCount);
  const show = useStore(viewStore, (state) => state.show);
  const scale = useStore(viewStore, (state) => state.scale);
  const setScale = useStore(viewStore, (state) => state.setScale);

  const series = useMemo(
    () =>
      result === null || isLive
        ? seriesOfTallies(tallies ?? [])
        : seriesOfCells(result.cells, result.spec.draws),
    [result, tallies, isLive],
  );
  // Drawn in slices and given up for newer figures: progress and buttons come first.
  const drawn = useDeferredValue(series);

  return (
    <>
      <AccuracyFigure
        series={drawn}
        counts={pixelCounts}
        active={active}
        onActive={show}
        scale={scale}
        onScale={setScale}
        empty={<EmptyCurve />}
      />
      <AccuracyTable series={drawn} counts={pixelCounts} active={active} onActive={show} />
    </>
  );
}

function EmptyCurve() {
  const phase = useStore(runStore, (state) => state.phase);
  if (phase !== 'idle') return null;
  return (
    <p className={classes.empty}>
      Each model draws one line here: the share of images that it still gets right, from 1 changed
      pixel to 64. A line that stays high belongs to a robust model.
    </p>
  );
}
