import { SegmentedControl } from '@mantine/core';
import { useCallback, useId, useMemo } from 'react';
import { useStore } from 'zustand';
import { NoteLayer } from '../../../../charts/figure/note-layer.tsx';
import { integer, pixelsOf } from '../../../../run/number-text.ts';
import { seriesStyle } from '../../../../run/figure/series-style.ts';
import { FigureTable } from '../../../../charts/table/figure-table.tsx';
import type { TablePlace } from '../../../../charts/table/table-types.ts';
import { specModelId } from '../../../../protocol/model-id.ts';
import { measureWords } from '../../../../run/finding/measure-words.ts';
import { viewStore, type TableMeasure } from '../../../../state/answer/view-store.ts';
import { modelName } from '../../../../state/models/model-list.ts';
import { modelPositions } from '../../../../state/models/model-position.ts';
import { Explained } from '../../../terms/explained.tsx';
import { nearestCount } from '../curve/active-count.ts';
import type { ShownRun } from '../use-shown-run.ts';
import { cellOf, gridSettings, sameCell, tableGroups, tablePlaceOf } from './table-groups.ts';
import classes from './data-table.module.css';
import { explanationOf } from './table-texts.ts';

function measuresOf(spec: ShownRun['spec']): { value: TableMeasure; label: string }[] {
  const { rightColumn, badHeading } = measureWords(spec);
  return [
    { value: 'accuracy', label: rightColumn },
    { value: 'wrong', label: `${badHeading} of n` },
    { value: 'pi', label: 'Pi' },
    { value: 'delta', label: 'Mean |Δ|' },
  ];
}

/** More rows than this are left to the files: the page stays quick. */
const mostRows = 280;

/** Every figure of the run. */
export function DataTable({ shown }: { readonly shown: ShownRun }) {
  const { spec, estimates } = shown;
  const heading = useId();
  const measure = useStore(viewStore, (state) => state.table);
  const wanted = useStore(viewStore, (state) => state.activeCount);
  const pinned = useStore(viewStore, (state) => state.pinned);
  const { show, pin } = viewStore.getState();

  const all = useMemo(() => gridSettings(spec.grid), [spec]);
  const groupsShown = Math.max(1, Math.floor(mostRows / spec.grid.counts.length));
  const groups = useMemo(
    () => tableGroups(estimates, measure, spec, all.slice(0, groupsShown)),
    [estimates, measure, spec, all, groupsShown],
  );
  const columns = useMemo(() => {
    const positions = modelPositions(spec.models);
    return spec.models.map(specModelId).map((id) => ({
      id,
      name: modelName(id),
      style: seriesStyle(positions.get(id) ?? 0),
    }));
  }, [spec]);
  const place = useMemo(() => tablePlaceOf(pinned), [pinned]);
  const togglePin = useCallback(
    (at: TablePlace) => {
      const cell = cellOf(at, spec.grid);
      if (cell === null) return;
      show(cell.count);
      pin(sameCell(cell, viewStore.getState().pinned) ? null : cell);
    },
    [spec, show, pin],
  );

  const unpin = useCallback(() => pin(null), [pin]);

  return (
    <section aria-labelledby={heading}>
      <div className={classes.top}>
        <h3 id={heading} className={classes.heading}>
          Every figure
        </h3>
        <SegmentedControl
          size="sm"
          aria-label="Figure shown in the table"
          data={measuresOf(spec)}
          value={measure}
          onChange={(table) => viewStore.setState({ table })}
        />
      </div>
      <p className={classes.explanation}>
        <Explained text={explanationOf(measure, spec)} />
      </p>
      <NoteLayer onEscape={unpin}>
        <FigureTable
          label="Every figure"
          rowHead="Pixels"
          columns={columns}
          groups={groups}
          active={nearestCount(spec.grid.counts, wanted)}
          pinned={place}
          onActive={show}
          onPin={togglePin}
          rowLabel={rowLabel}
        />
      </NoteLayer>
      {groups.length < all.length && (
        <p className={classes.explanation}>
          {integer(groups.length)} of {integer(all.length)} settings are listed; cells.csv holds
          them all.
        </p>
      )}
    </section>
  );
}

function rowLabel(count: number): string {
  return `Show ${pixelsOf(count)} in the chart`;
}
