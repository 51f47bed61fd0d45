import { useMemo } from 'react';
import { useStore } from 'zustand';
import { FigureView } from '../../../../charts/figure/figure-view.tsx';
import { percent, pixelsOf } from '../../../../run/number-text.ts';
import { FigureTable } from '../../../../charts/table/figure-table.tsx';
import { inspectStore } from '../../../../state/inspect/inspect-store.ts';
import { smallestFlip, type Fragility } from '../../../../state/inspect/questions/fragility.ts';
import { classLabel } from '../../../../state/models/class-label.ts';
import { modelName } from '../../../../state/models/model-list.ts';
import { useActivePosition } from '../../../shared/figure/use-active-position.ts';
import classes from '../questions.module.css';
import { fragilityAxes, fragilityPanels } from './fragility-panels.ts';
import { FlipTable } from './flip-table.tsx';

const title = 'Flip rate against changed pixels';

/** How often the picture flips, where to, and the smallest change that does it. */
export function FragilityAnswer({ result }: { readonly result: Fragility }) {
  const { settings, clean } = result;
  const image = useStore(inspectStore, (state) => state.image);
  const positions = settings.counts;
  const place = useActivePosition(positions, positions.at(-1) ?? 1);
  const { active } = place;
  const axes = useMemo(() => fragilityAxes(settings), [settings]);
  const panels = useMemo(() => fragilityPanels(result), [result]);
  const series = panels[0]?.series ?? [];
  const name = (index: number) => classLabel(image?.classNames ?? [], index);
  const label = image?.label ?? null;
  const wrong = settings.models.filter((id) => label !== null && clean[id] !== label);

  return (
    <>
      <p className={classes.finding}>{findingText(result)}</p>
      {wrong.length > 0 && (
        <p className={classes.note}>
          {wrong.map(modelName).join(' and ')} {wrong.length === 1 ? 'is' : 'are'} wrong before
          anything is changed; a flip is a change of {wrong.length === 1 ? 'its' : 'their'} answer.
        </p>
      )}
      <FigureView
        title={title}
        label={`${title}, one count at a time`}
        kind="curves"
        panels={panels}
        axes={axes}
        positions={positions}
        {...place}
        nameOf={pixelsOf}
        readoutTitle={`With ${pixelsOf(active)} changed`}
        over={null}
      />
      <h3 className={classes.heading}>The smallest change that flips, and where flips go</h3>
      <FlipTable result={result} count={active} className={name} />
      <details className={classes.more}>
        <summary>All flip rates as a table</summary>
        <FigureTable
          label={title}
          rowHead="Pixels"
          columns={series.map(({ id, name: model, style }) => ({ id, name: model, style }))}
          groups={[
            {
              id: 'counts',
              heading: null,
              rows: positions.map((x) => ({
                x,
                entries: series.map(({ points }) => {
                  const point = points.get(x);
                  if (point === undefined) return null;
                  return { text: point.text, detail: `(${point.range})`, note: point.note };
                }),
              })),
            },
          ]}
          {...place}
          rowLabel={(x) => `Show ${pixelsOf(x)} in the chart`}
        />
      </details>
      <p className={classes.note}>
        Intervals: 95 %, Clopper–Pearson, over the draws. Seed {settings.seed}.
      </p>
    </>
  );
}

function findingText(result: Fragility): string {
  const { models, counts, draws } = result.settings;
  const last = counts.at(-1) ?? 1;
  const steady = models.filter((id) => smallestFlip(result, id) === null);
  const parts = models.flatMap((id) => {
    const least = smallestFlip(result, id);
    if (least === null) return [];
    const cell = result.cells.find(({ model, count }) => model === id && count === last);
    const share = cell === undefined || cell.draws === 0 ? 0 : cell.flips / cell.draws;
    return `${modelName(id)} flips from ${pixelsOf(least.count)} on, at ${pixelsOf(last)} in ${percent(share)} of draws`;
  });
  if (steady.length === models.length) parts.push(`Nothing flips at up to ${pixelsOf(last)}`);
  else if (steady.length > 0) {
    const names = steady.map(modelName).join(', ');
    parts.push(
      `${names} ${steady.length === 1 ? 'does' : 'do'} not flip at up to ${pixelsOf(last)}`,
    );
  }
  const isDone = result.cells.every((cell) => cell.draws === draws);
  return `${isDone ? '' : 'So far: '}${parts.join('. ')}.`;
}
