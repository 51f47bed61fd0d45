import { useId, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { SaveMenu } from '../../../charts/export/save-menu.tsx';
import { countAxis, percentAxis } from '../../../charts/figure/axes.ts';
import type { FigureAxes, FigurePlace } from '../../../charts/figure/figure-types.ts';
import { FigureView } from '../../../charts/figure/figure-view.tsx';
import { pixelsOf } from '../../../charts/format.ts';
import {
  attackViewStore,
  type RecoveryView,
} from '../../../state/attack-answer/attack-view-store.ts';
import { viewStore } from '../../../state/answer/view-store.ts';
import { nearestCount } from '../answer/curve/active-count.ts';
import classes from '../answer/curve/curve.module.css';
import { attackCaption } from './attack-caption.ts';
import parts from './attack-answer.module.css';
import { RecoveryControls } from './recovery-controls.tsx';
import { outcomeNames, recoveryPanels } from './recovery-lines.ts';
import { useHeld } from './use-held.ts';
import type { ShownAttack } from './use-shown-attack.ts';

function titleOf(view: RecoveryView): string {
  const what = view === 'outcomes' ? 'Outcomes' : outcomeNames[view];
  return `${what} against random pixels`;
}

function axesOf(view: RecoveryView, counts: readonly number[]): FigureAxes {
  const what = view === 'outcomes' ? 'Outcome' : outcomeNames[view];
  return {
    x: countAxis('Random pixels, logarithmic', counts),
    y: percentAxis(`${what}, % of adversarial examples`, [0, 100], 'start'),
    reference: null,
  };
}

const ink = 'var(--ink)';

/** What random pixels do to adversarial examples: a panel a model, or one panel of models. */
export function RecoveryFigure({ shown }: { readonly shown: ShownAttack }) {
  const { spec } = shown;
  const heading = useId();
  const view = useStore(attackViewStore, (state) => state.view);
  const wanted = useStore(viewStore, (state) => state.activeCount);
  const { show } = viewStore.getState();
  const held = useHeld(shown);
  const [pinned, setPinned] = useState<FigurePlace | null>(null);

  const positions = useMemo(() => [...spec.grid.counts].sort((a, b) => a - b), [spec]);
  const axes = useMemo(() => axesOf(view, positions), [view, positions]);
  const panels = useMemo(() => recoveryPanels(shown, view, held), [shown, view, held]);
  const isEmpty = panels.every(({ series }) => series.every(({ points }) => points.size === 0));
  const kind = positions.length > 1 ? 'curves' : 'dots';
  const active = nearestCount(positions, wanted);
  const title = titleOf(view);

  return (
    <section aria-labelledby={heading} className={classes.curve}>
      <h3 id={heading} className={parts.heading}>
        What random pixels do to the examples
      </h3>
      <RecoveryControls shown={shown} held={held} />
      <div className={classes.title}>
        <p className={classes.axisTitle}>{axes.y.title}</p>
        <SaveMenu
          name="pixelproof-recovery"
          label="Save the figure of recovery"
          disabled={isEmpty}
          figure={() => ({
            title,
            kind,
            panels,
            axes,
            positions,
            legend: (panels[0]?.series ?? []).map(({ name, style }) => ({
              name,
              style: view === 'outcomes' || panels.length === 1 ? style : { ...style, color: ink },
            })),
            caption: attackCaption(
              shown,
              view === 'outcomes' ? held : { ...held, epsilon: null },
              new Date(),
            ),
          })}
        />
      </div>
      <FigureView
        title={title}
        label={`${title}, one count at a time`}
        kind={kind}
        panels={panels}
        axes={axes}
        positions={positions}
        active={active}
        onActive={show}
        pinned={pinned}
        onPin={setPinned}
        nameOf={pixelsOf}
        readoutTitle={`With ${pixelsOf(active)} changed`}
        over={null}
      />
      {kind === 'curves' && panels.length > 1 && (
        <p className={classes.axisTitle} aria-hidden="true">
          {axes.x.title}
        </p>
      )}
    </section>
  );
}
