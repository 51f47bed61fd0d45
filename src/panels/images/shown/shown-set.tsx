import { useMemo } from 'react';
import { useStore } from 'zustand';
import { integer } from '../../../run/number-text.ts';
import { experimentStore } from '../../../state/experiment/experiment-store.ts';
import type { KeptImageSet } from '../../../state/images/kept-set.ts';
import { classesOfModels } from '../../../state/images/open-images.ts';
import { chooseSet } from '../../../state/images/set-choice.ts';
import { picturesOf } from '../../../state/images/shown-pictures.ts';
import { cardsStore } from '../../../state/models/cards-store.ts';
import { RightPart } from '../right/right-part.tsx';
import { sizeText } from '../../shared/size-text.ts';
import { ClassTable } from './class-table.tsx';
import { PicturePart } from './picture-part.tsx';
import classes from './shown.module.css';
import { MeasureButton, RepairButton } from './set-buttons.tsx';

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

/** A set of a person's own: its pictures, its classes, and what the models make of it. */
export function ShownSet({ set }: { readonly set: KeptImageSet }) {
  const { models } = useStore(experimentStore, (state) => state.spec);
  const cards = useStore(cardsStore, (state) => state.cards);
  const modelClasses = useMemo(() => classesOfModels(models, cards), [models, cards]);
  const pictures = useMemo(() => picturesOf(set), [set]);
  const images = useMemo(() => chooseSet(set, modelClasses), [set, modelClasses]);

  return (
    <div className={classes.set}>
      <header className={classes.top}>
        <div>
          <h2 className={classes.name}>{set.name}</h2>
          <p className={classes.facts}>{factsText(set)}</p>
        </div>
        <div className={classes.buttons}>
          <RepairButton set={set} />
          <MeasureButton images={images} />
        </div>
      </header>
      <PicturePart pictures={pictures} id="pictures" />
      <ClassTable set={set} classes={modelClasses} />
      <RightPart images={images} />
    </div>
  );
}

function range(values: readonly number[]): string {
  const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = values.reduce((a, b) => Math.max(a, b), 0);
  return low === high ? integer(low) : `${integer(low)} to ${integer(high)}`;
}

function factsText({ images, added }: KeptImageSet): string {
  const named = new Set(images.flatMap(({ className }) => className || []));
  const bytes = images.reduce((sum, image) => sum + image.bytes, 0);
  return [
    `${integer(images.length)} ${images.length === 1 ? 'picture' : 'pictures'}`,
    named.size === 0 ? 'no classes' : `${named.size} ${named.size === 1 ? 'class' : 'classes'}`,
    `${range(images.map(({ width }) => width))} pixels wide`,
    sizeText(bytes),
    `added ${day.format(added)}`,
  ].join(' · ');
}
