import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { FigurePlace } from '../../../run/figure/figure-types.ts';
import {
  attackViewStore,
  type AttackMeasure,
} from '../../../state/attack-answer/attack-view-store.ts';
import classes from '../answer/curve/curve.module.css';
import { Term } from '../../terms/term.tsx';
import { attackCaption } from './attack-caption.ts';
import { AttackFigure } from './attack-figure.tsx';
import { strengthName, strengthsOf, successAxes, successPanels } from './success-panels.ts';
import type { ShownAttack } from './use-shown-attack.ts';

const measures: { value: AttackMeasure; label: string }[] = [
  { value: 'success', label: 'Success rate' },
  { value: 'pi', label: 'Pi' },
];

/** How often the attack makes an example, by model and epsilon. */
export function SuccessFigure({ shown }: { readonly shown: ShownAttack }) {
  const { attack, result } = shown;
  const measure = useStore(attackViewStore, (state) => state.measure);
  const { setMeasure } = attackViewStore.getState();
  const [wanted, setActive] = useState<number | null>(null);
  const [pinned, setPinned] = useState<FigurePlace | null>(null);

  const positions = useMemo(() => strengthsOf(attack), [attack]);
  const axes = useMemo(() => successAxes(shown, measure), [shown, measure]);
  const panels = useMemo(() => successPanels(shown, measure), [shown, measure]);
  const active = wanted !== null && positions.includes(wanted) ? wanted : (positions.at(-1) ?? 1);
  const title = measure === 'pi' ? 'Pixel-index of the attack' : 'Success rate of the attack';
  const isPending = measure === 'pi' && result === null;

  return (
    <AttackFigure
      heading="How often the attack succeeds"
      controls={
        <div className={classes.controls}>
          <SegmentedControl
            size="sm"
            aria-label="Measure of the attack"
            data={measures}
            value={measure}
            onChange={setMeasure}
          />
          {measure === 'pi' && <Term name="Pi">What is Pi?</Term>}
        </div>
      }
      title={title}
      label={`${title}, one size at a time`}
      panels={panels}
      axes={axes}
      positions={positions}
      active={active}
      onActive={setActive}
      pinned={pinned}
      onPin={setPinned}
      nameOf={(strength) => strengthName(attack, strength)}
      readoutTitle={`With ${strengthName(attack, active)}`}
      over={isPending ? <p className={classes.empty}>Pi is known when the run has ended.</p> : null}
      file={`pixelproof-attack-${measure}`}
      saveLabel="Save the figure of the attack"
      keyStyle={(style) => style}
      caption={() => attackCaption(shown, null, new Date())}
    />
  );
}
