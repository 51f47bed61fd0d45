import { SegmentedControl } from '@mantine/core';
import { useId, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { SaveMenu } from '../../../charts/export/save-menu.tsx';
import type { FigurePlace } from '../../../charts/figure/figure-types.ts';
import { FigureView } from '../../../charts/figure/figure-view.tsx';
import {
  attackViewStore,
  type AttackMeasure,
} from '../../../state/attack-answer/attack-view-store.ts';
import classes from '../answer/curve/curve.module.css';
import parts from './attack-answer.module.css';
import { attackCaption } from './attack-caption.ts';
import { strengthName, strengthsOf, successAxes, successPanels } from './success-panels.ts';
import type { ShownAttack } from './use-shown-attack.ts';

const measures: { value: AttackMeasure; label: string }[] = [
  { value: 'success', label: 'Success rate' },
  { value: 'pi', label: 'Pi' },
];

/** How often the attack makes an example, by model and epsilon. */
export function SuccessFigure({ shown }: { readonly shown: ShownAttack }) {
  const { attack, result } = shown;
  const heading = useId();
  const measure = useStore(attackViewStore, (state) => state.measure);
  const { setMeasure } = attackViewStore.getState();
  const [wanted, setActive] = useState<number | null>(null);
  const [pinned, setPinned] = useState<FigurePlace | null>(null);

  const positions = useMemo(() => strengthsOf(attack), [attack]);
  const axes = useMemo(() => successAxes(shown, measure), [shown, measure]);
  const panels = useMemo(() => successPanels(shown, measure), [shown, measure]);
  const isEmpty = panels.every(({ series }) => series.every(({ points }) => points.size === 0));
  const kind = positions.length > 1 ? 'curves' : 'dots';
  const active = wanted !== null && positions.includes(wanted) ? wanted : (positions.at(-1) ?? 1);
  const title = measure === 'pi' ? 'Pixel-index of the attack' : 'Success rate of the attack';
  const isPending = measure === 'pi' && result === null;

  return (
    <section aria-labelledby={heading} className={classes.curve}>
      <h3 id={heading} className={parts.heading}>
        How often the attack succeeds
      </h3>
      <div className={classes.controls}>
        <SegmentedControl
          size="sm"
          aria-label="Measure of the attack"
          data={measures}
          value={measure}
          onChange={setMeasure}
        />
      </div>
      <div className={classes.title}>
        <p className={classes.axisTitle}>{axes.y.title}</p>
        <SaveMenu
          name={`pixelproof-attack-${measure}`}
          label="Save the figure of the attack"
          disabled={isEmpty}
          figure={() => ({
            title,
            kind,
            panels,
            axes,
            positions,
            legend: (panels[0]?.series ?? []).map(({ name, style }) => ({ name, style })),
            caption: attackCaption(shown, null, new Date()),
          })}
        />
      </div>
      <FigureView
        title={title}
        label={`${title}, one size at a time`}
        kind={kind}
        panels={panels}
        axes={axes}
        positions={positions}
        active={active}
        onActive={setActive}
        pinned={pinned}
        onPin={setPinned}
        nameOf={(strength) => strengthName(attack, strength)}
        readoutTitle={`With ${strengthName(attack, active)}`}
        over={
          isPending ? <p className={classes.empty}>Pi is known when the run has ended.</p> : null
        }
      />
    </section>
  );
}
