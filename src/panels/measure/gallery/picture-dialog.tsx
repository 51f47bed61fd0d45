import { Button } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import type { AttackSetting } from '../../../run/attack/attack-plan.ts';
import type { ExaminedCellPicture } from '../../../state/gallery/gallery-store.ts';
import { ChangeList } from './change-list.tsx';
import classes from './dialog.module.css';
import { LargeSteps } from './large-steps.tsx';
import { Lens } from './lens.tsx';
import { OutcomeText } from './outcome-text.tsx';
import { pictureSteps } from './picture-steps.ts';
import { capital } from '../../shared/pictures/class-text.ts';
import { ProbabilityBars } from './probability-bars.tsx';

interface PictureDialogProps {
  readonly picture: ExaminedCellPicture;
  /** The attack that it went through; null where there was none. */
  readonly attack: AttackSetting | null;
  readonly width: number;
  readonly height: number;
  readonly className: (label: number) => string;
  readonly name: string;
  /** Null at the ends of the page. */
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
  readonly onClose: () => void;
  /** Takes the picture to where its pixels can be changed. */
  readonly onInspect: () => void;
}

/** One picture at large, every changed pixel of it and all class probabilities. */
export function PictureDialog(props: PictureDialogProps) {
  const { picture, attack, width, height, className, name } = props;
  const { onPrevious, onNext, onClose, onInspect } = props;
  const { examined, label } = picture;
  const steps = pictureSteps(examined, attack);
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const [chosen, setChosen] = useState(0);
  const [rings, setRings] = useState(true);

  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (!element.open) element.showModal();
    // Only the backdrop has the dialog itself as its target.
    const leave = ({ target }: MouseEvent) => {
      if (target === element) element.close();
    };
    element.addEventListener('click', leave);
    return () => element.removeEventListener('click', leave);
  }, []);

  const choose = (index: number) => setChosen(index);
  const shown = Math.min(chosen, examined.pixels.length - 1);
  const size = { width, height, rings, chosen: shown, onChoose: choose };

  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      data-wide={steps.length > 2}
      aria-labelledby={heading}
      onClose={onClose}
    >
      <div className={classes.content}>
        <header className={classes.top}>
          <div>
            <h3 id={heading} className={classes.heading}>
              {capital(className(label))}
            </h3>
            <p className={classes.note}>{capital(name)}</p>
            <OutcomeText picture={picture} className={className} />
          </div>
          <div className={classes.steps}>
            <Button variant="default" size="xs" onClick={onInspect}>
              Open in Inspect
            </Button>
            <Button
              variant="default"
              size="xs"
              disabled={!onPrevious}
              onClick={onPrevious ?? undefined}
            >
              Previous
            </Button>
            <Button variant="default" size="xs" disabled={!onNext} onClick={onNext ?? undefined}>
              Next
            </Button>
            <Button variant="default" size="xs" onClick={onClose}>
              Close
            </Button>
          </div>
        </header>
        <LargeSteps
          examined={examined}
          steps={steps}
          label={label}
          {...size}
          className={className}
        />
        <label className={classes.toggle}>
          <input
            type="checkbox"
            checked={rings}
            onChange={(event) => setRings(event.currentTarget.checked)}
          />
          Ring the changed pixels
        </label>
        <div className={classes.lower}>
          <section aria-label="Class probabilities">
            <ProbabilityBars steps={steps} label={label} className={className} />
          </section>
          <section aria-label="Changes" className={classes.changesPart}>
            <Lens examined={examined} width={width} height={height} index={shown} />
            <ChangeList pixels={examined.pixels} chosen={shown} onChoose={choose} />
          </section>
        </div>
      </div>
    </dialog>
  );
}
