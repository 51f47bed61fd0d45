import type { ExaminedCellPicture } from '../../../state/gallery/gallery-store.ts';
import classes from './card.module.css';
import { Disagreement } from './disagreement.tsx';
import { LensButton } from './lens-button.tsx';
import { capital, probability } from '../../shared/pictures/class-text.ts';
import { PixelCanvas } from '../../shared/pictures/pixel-canvas.tsx';
import { Rings } from '../../shared/pictures/rings.tsx';
import { useGalleryWords } from './use-gallery-words.ts';

interface PictureCardProps {
  readonly picture: ExaminedCellPicture;
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
  readonly rings: boolean;
  readonly className: (label: number) => string;
  /** Which image and draw it is, as images.csv names them. */
  readonly name: string;
  readonly onOpen: () => void;
}

/** An image before and after its pixels were changed, and what the model says of either. */
export function PictureCard(props: PictureCardProps) {
  const { picture, width, height, zoom, rings, className, name, onOpen } = props;
  const { original, changed, pixels } = picture.examined;
  const { truth } = useGalleryWords();
  const size = { width, height, zoom };
  const said = ({ predicted, probabilities }: typeof original) =>
    `${className(predicted)} ${probability(probabilities[predicted] ?? 0)}`;

  return (
    <li className={classes.card} style={{ width: 2 * width * zoom + 4 }}>
      <LensButton
        examined={picture.examined}
        {...size}
        className={classes.pair}
        label={`${capital(name)}: a ${className(picture.label)}, was ${said(original)}, now ${said(changed)}. Open it`}
        onOpen={onOpen}
      >
        <PixelCanvas bytes={original.bytes} {...size} />
        <span className={classes.changed}>
          <PixelCanvas bytes={changed.bytes} {...size} />
          {rings && <Rings pixels={pixels} {...size} />}
        </span>
      </LensButton>
      <div className={classes.captions}>
        <Said said={original} when="was" picture={picture} className={className} />
        <Said said={changed} when="now" picture={picture} className={className} />
      </div>
      <p className={classes.name}>
        {truth}: {className(picture.label)} · {name}
      </p>
      <Disagreement picture={picture} className={className} />
    </li>
  );
}

interface SaidProps extends Pick<PictureCardProps, 'picture' | 'className'> {
  readonly said: ExaminedCellPicture['examined']['original'];
  readonly when: 'was' | 'now';
}

function Said({ said, when, picture, className }: SaidProps) {
  const isWrong = said.predicted !== picture.label;
  return (
    <p className={classes.said} data-wrong={isWrong}>
      {capital(className(said.predicted))}
      <span className={classes.probability}>
        <span className={classes.when}> {when} </span>
        {probability(said.probabilities[said.predicted] ?? 0)}
      </span>
    </p>
  );
}
