import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AttackSetting } from '../../../run/attack/attack-plan.ts';
import type { ExaminedCellPicture } from '../../../state/gallery/gallery-store.ts';
import { capital } from '../../shared/pictures/class-text.ts';
import { PictureFrame } from '../../shared/pictures/picture-frame.tsx';
import { ChangesTable } from '../../shared/pictures/changes-table.tsx';
import classes from './dialog.module.css';
import { LargeSteps } from './large-steps.tsx';
import { Lens } from './lens.tsx';
import { OutcomeText } from './outcome-text.tsx';
import { pictureSteps } from './picture-steps.ts';
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
  const [chosen, setChosen] = useState(0);
  const [rings, setRings] = useState(true);

  const choose = (index: number) => setChosen(index);
  const shown = Math.min(chosen, examined.pixels.length - 1);
  const size = { width, height, rings, chosen: shown, onChoose: choose };

  return (
    <PictureFrame
      heading={capital(className(label))}
      below={
        <>
          <p className={classes.note}>{capital(name)}</p>
          <OutcomeText picture={picture} className={className} />
        </>
      }
      actions={
        <Button variant="default" size="xs" onClick={onInspect}>
          Open in Inspect
        </Button>
      }
      width={steps.length > 2 ? 'wide' : 'middle'}
      onPrevious={onPrevious}
      onNext={onNext}
      onClose={onClose}
    >
      <LargeSteps examined={examined} steps={steps} label={label} {...size} className={className} />
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
          <ChangesTable
            changes={examined.pixels}
            chosen={shown}
            onChoose={(_change, index) => choose(index)}
          />
        </section>
      </div>
    </PictureFrame>
  );
}
