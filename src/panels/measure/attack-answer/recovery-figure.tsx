import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import { countAxis, percentAxis } from '../../../run/figure/axes.ts';
import type { FigureAxes, FigurePlace } from '../../../run/figure/figure-types.ts';
import { pixelsOf } from '../../../run/number-text.ts';
import type { Spec } from '../../../protocol/spec.ts';
import {
  attackViewStore,
  type RecoveryView,
} from '../../../state/attack-answer/attack-view-store.ts';
import { outcomeNames } from '../../../state/attack-answer/outcome-names.ts';
import { viewStore } from '../../../state/answer/view-store.ts';
import { nearestCount } from '../answer/curve/active-count.ts';
import { attackCaption } from './attack-caption.ts';
import { AttackFigure } from './attack-figure.tsx';
import { RecoveryControls } from './recovery-controls.tsx';
import { recoveryPanels } from './recovery-lines.ts';
import { exampleCellAt, placeOfExamples } from './recovery-place.ts';
import { useHeld } from './use-held.ts';
import type { ShownAttack } from './use-shown-attack.ts';

function titleOf(view: RecoveryView, spec: Spec): string {
  const what = view === 'outcomes' ? 'Outcomes' : outcomeNames(spec)[view];
  return `${what} against random pixels`;
}

function axesOf(view: RecoveryView, spec: Spec, counts: readonly number[]): FigureAxes {
  const what = view === 'outcomes' ? 'Outcome' : outcomeNames(spec)[view];
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
  const view = useStore(attackViewStore, (state) => state.view);
  const wanted = useStore(viewStore, (state) => state.activeCount);
  const { show } = viewStore.getState();
  const held = useHeld(shown);
  const pinned = useStore(attackViewStore, (state) => state.pinned);
  const { pin } = attackViewStore.getState();

  const positions = useMemo(() => [...spec.grid.counts].sort((a, b) => a - b), [spec]);
  const axes = useMemo(() => axesOf(view, spec, positions), [view, spec, positions]);
  const panels = useMemo(() => recoveryPanels(shown, view, held), [shown, view, held]);
  const place = useMemo(
    () => placeOfExamples(pinned, shown, view, held),
    [pinned, shown, view, held],
  );
  const pinPlace = useCallback(
    (at: FigurePlace | null) => pin(at && exampleCellAt(at, shown, view, held)),
    [pin, shown, view, held],
  );
  const active = nearestCount(positions, wanted);
  const title = titleOf(view, spec);
  const isByModel = view !== 'outcomes' && panels.length > 1;

  return (
    <AttackFigure
      heading="What random pixels do to the examples"
      controls={<RecoveryControls shown={shown} held={held} />}
      title={title}
      label={`${title}, one count at a time`}
      panels={panels}
      axes={axes}
      positions={positions}
      active={active}
      onActive={show}
      pinned={place}
      onPin={pinPlace}
      nameOf={pixelsOf}
      readoutTitle={`With ${pixelsOf(active)} changed`}
      over={null}
      file="pixelproof-recovery"
      saveLabel="Save the figure of recovery"
      // Panels have the colours of their models, and the key is for all of them.
      keyStyle={(style) => (isByModel ? { ...style, color: ink } : style)}
      caption={() =>
        attackCaption(shown, view === 'outcomes' ? held : { ...held, epsilon: null }, new Date())
      }
    />
  );
}
