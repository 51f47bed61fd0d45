import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { FigureView } from '../../../../charts/figure/figure-view.tsx';
import { integer, pixelsOf } from '../../../../run/number-text.ts';
import { FigureTable } from '../../../../charts/table/figure-table.tsx';
import { inspectStore } from '../../../../state/inspect/inspect-store.ts';
import type { WorstPixel } from '../../../../state/inspect/questions/worst-pixel.ts';
import { classLabel } from '../../../../state/models/class-label.ts';
import { modelName } from '../../../../state/models/model-list.ts';
import { capital, probability } from '../../../shared/pictures/class-text.ts';
import { useActivePosition } from '../../../shared/figure/use-active-position.ts';
import classes from '../questions.module.css';
import { FoundTable } from './found-table.tsx';
import { closeSpan, searchAxes, searchPanels, searchPositions } from './search-panels.ts';
import styles from './worst-pixel.module.css';

const title = 'Least probability against queries';
const nameOf = (queries: number) => `${integer(queries)} queries`;

/** What both searches found, generation by generation. */
export function WorstPixelAnswer({ result }: { readonly result: WorstPixel }) {
  const { settings, label, courses } = result;
  const classNames = useStore(inspectStore, ({ image }) => image?.classNames);
  const [isClose, setClose] = useState(false);
  const className = classLabel(classNames ?? [], label);
  const positions = useMemo(() => searchPositions(settings), [settings]);
  const [low, high] = isClose ? closeSpan(result) : [0, 100];
  const axes = useMemo(
    () => searchAxes(settings, className, [low, high]),
    [settings, className, low, high],
  );
  const panels = useMemo(() => searchPanels(result), [result]);
  const reached = courses.random.points.at(-1)?.queries ?? positions[0] ?? 1;
  const place = useActivePosition(positions, reached);
  const { active } = place;
  const series = panels[0]?.series ?? [];

  return (
    <>
      <p className={classes.finding}>{findingText(result, className)}</p>
      <SegmentedControl
        size="xs"
        className={styles.span}
        aria-label="Span of the vertical axis"
        data={[
          { value: 'full', label: '0–100 %' },
          { value: 'close', label: 'Close up' },
        ]}
        value={isClose ? 'close' : 'full'}
        onChange={(span) => setClose(span === 'close')}
      />
      <FigureView
        title={title}
        label={`${title}, one generation at a time`}
        kind="curves"
        panels={panels}
        axes={axes}
        positions={positions}
        {...place}
        nameOf={nameOf}
        readoutTitle={`After ${nameOf(active)}`}
        over={null}
      />
      <h3 className={classes.heading}>What was found</h3>
      <FoundTable result={result} />
      <details className={classes.more}>
        <summary>The course of both searches as a table</summary>
        <FigureTable
          label={title}
          rowHead="Queries"
          columns={series.map(({ id, name, style }) => ({ id, name, style }))}
          groups={[
            {
              id: 'generations',
              heading: null,
              rows: positions.map((x) => ({
                x,
                entries: series.map(({ points }) => {
                  const point = points.get(x);
                  return point === undefined
                    ? null
                    : { text: point.text, detail: '', note: point.note };
                }),
              })),
            },
          ]}
          {...place}
          rowLabel={(x) => `Show ${nameOf(x)} in the chart`}
        />
      </details>
      <p className={classes.note}>
        Both searches begin with the same {integer(settings.population)} candidates and go on after
        their first success: what is looked for is the worst that {integer(positions.at(-1) ?? 0)}{' '}
        queries each find. Seed {settings.seed}.
      </p>
    </>
  );
}

function findingText({ settings, before, courses }: WorstPixel, className: string): string {
  const { model, pixels } = settings;
  const { fooledAt, points } = courses.evolution;
  const what = pixels === 1 ? 'one pixel' : pixelsOf(pixels);
  if (fooledAt !== null) {
    const chance =
      courses.random.fooledAt === null
        ? 'chance does not'
        : `chance by query ${integer(courses.random.fooledAt)}`;
    return `${capital(what)} can turn ${modelName(model)} from ${className}: evolution finds it by query ${integer(fooledAt)}, ${chance}.`;
  }
  const least = points.at(-1)?.probability ?? before;
  const luck =
    courses.random.fooledAt === null
      ? ''
      : ` Chance turns it by query ${integer(courses.random.fooledAt)}.`;
  return `Evolution does not turn ${modelName(model)} with ${what}: ${className} falls from ${probability(before)} to ${probability(least)} at worst.${luck}`;
}
