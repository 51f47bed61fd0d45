import { useMemo } from 'react';
import { useStore } from 'zustand';
import { SaveMenu } from '../../../charts/export/save-menu.tsx';
import { FigureView } from '../../../charts/figure/figure-view.tsx';
import { pixelsOf } from '../../../run/number-text.ts';
import type { Comparison } from '../../../run/compare/compare-types.ts';
import { compareStore } from '../../../state/compare/compare-store.ts';
import type { Spec } from '../../../protocol/spec.ts';
import { measureWords } from '../../../run/finding/measure-words.ts';
import classes from './compare.module.css';
import { countsOf, differenceAxes, differencePanels, readoutTitle } from './difference-panels.ts';
import { DifferenceTable } from './difference-table.tsx';

interface DifferenceFigureProps {
  readonly spec: Spec;
  /** What is compared, where several figures stand on the page; null for the chosen models. */
  readonly owner: string | null;
  readonly comparison: Comparison;
  readonly findings: readonly string[];
}

function setActive(active: number): void {
  compareStore.setState({ active });
}

/** Differences from the baseline against the count, with their table. */
export function DifferenceFigure({ spec, owner, comparison, findings }: DifferenceFigureProps) {
  const wanted = useStore(compareStore, (state) => state.active);
  const positions = useMemo(() => countsOf(comparison), [comparison]);
  const axes = useMemo(() => differenceAxes(comparison, spec), [comparison, spec]);
  const panels = useMemo(() => differencePanels(comparison), [comparison]);
  const measured = positions.filter((count) =>
    panels.some(({ series }) => series.some(({ points }) => points.has(count))),
  );
  const active = wanted !== null && positions.includes(wanted) ? wanted : (measured.at(-1) ?? 1);
  const kind = positions.length > 1 ? 'curves' : 'dots';
  const { wrongShare, goBad } = measureWords(spec);
  const title = `${wrongShare}, compared with ${comparison.baseline}`;
  const spoken = owner === null ? title : `${title}. ${owner}`;

  return (
    <>
      <div className={classes.figureTop}>
        <h3 className={classes.heading}>{title}</h3>
        <SaveMenu
          name="pixelproof-compare"
          disabled={panels.length === 0}
          figure={() => ({
            title,
            kind,
            panels,
            axes,
            positions,
            legend: (panels[0]?.series ?? []).map(({ name, style }) => ({ name, style })),
            caption: [...findings, 'Paired 95 % intervals over the same images and draws.'],
          })}
        />
      </div>
      <p className={classes.note}>
        {kind === 'curves' ? 'Below' : 'Left of'} the line at 0: fewer images {goBad} than with{' '}
        {comparison.baseline}. Each interval stands alone; p is corrected for all that are compared
        (Holm), and decides.
      </p>
      <FigureView
        title={spoken}
        label={`${spoken}, one count at a time`}
        kind={kind}
        panels={panels}
        axes={axes}
        positions={positions}
        active={active}
        onActive={setActive}
        pinned={null}
        onPin={(place) => place !== null && setActive(place.x)}
        nameOf={pixelsOf}
        readoutTitle={readoutTitle(active)}
        over={null}
      />
      <DifferenceTable
        spec={spec}
        label={`Paired differences, as a table. ${spoken}`}
        comparison={comparison}
        active={active}
        onActive={setActive}
      />
    </>
  );
}
