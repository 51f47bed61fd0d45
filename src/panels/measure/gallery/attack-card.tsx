import type { AttackSetting } from '../../../run/attack/attack-plan.ts';
import { outcomeOf } from '../../../state/gallery/attack-pictures.ts';
import type { ExaminedCellPicture } from '../../../state/gallery/gallery-store.ts';
import classes from './attack-card.module.css';
import { Disagreement } from './disagreement.tsx';
import { LensButton } from './lens-button.tsx';
import { pictureSteps, type PictureStep } from './picture-steps.ts';
import { capital, probability } from '../../shared/pictures/class-text.ts';
import { PixelCanvas } from '../../shared/pictures/pixel-canvas.tsx';
import { Rings } from '../../shared/pictures/rings.tsx';
import { useGalleryWords } from './use-gallery-words.ts';

interface AttackCardProps {
  readonly picture: ExaminedCellPicture;
  readonly attack: AttackSetting;
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
  readonly rings: boolean;
  readonly className: (label: number) => string;
  /** Which image and draw it is, as images.csv names them. */
  readonly name: string;
  readonly onOpen: () => void;
}

/** An image, the adversarial example made of it, and what random pixels make of that. */
export function AttackCard(props: AttackCardProps) {
  const { picture, attack, width, height, zoom, rings, className, name, onOpen } = props;
  const { examined, label, adversarial, predicted } = picture;
  const steps = pictureSteps(examined, attack);
  const { outcomes, truth } = useGalleryWords();
  const size = { width, height, zoom };
  const outcome = outcomeOf(picture, adversarial ?? predicted);
  const spoken = steps.map(({ heading, picture: { predicted: said, probabilities } }) => {
    return `${heading}: ${className(said)} ${probability(probabilities[said] ?? 0)}`;
  });

  return (
    <li className={classes.card}>
      <LensButton
        examined={examined}
        {...size}
        className={classes.steps}
        label={`${capital(name)}: a ${className(label)}. ${spoken.join('. ')}. ${outcomes[outcome]}. Open it`}
        onOpen={onOpen}
      >
        {steps.map((step) => (
          <span key={step.id} className={classes.step} style={{ width: width * zoom }}>
            <span className={classes.framed}>
              <PixelCanvas bytes={step.picture.bytes} {...size} />
              {rings && step.isRinged && <Rings pixels={examined.pixels} {...size} />}
            </span>
            <Caption step={step} label={label} className={className} />
          </span>
        ))}
        <span className={classes.about}>
          <span className={classes.outcome} data-outcome={outcome}>
            <strong>{outcomes[outcome]}</strong>
          </span>{' '}
          · {truth.toLowerCase()}: {className(label)} · {name}
        </span>
      </LensButton>
      <Disagreement picture={picture} className={className} />
    </li>
  );
}

interface CaptionProps {
  readonly step: PictureStep;
  readonly label: number;
  readonly className: (label: number) => string;
}

function Caption({ step: { heading, picture }, label, className }: CaptionProps) {
  const { predicted, probabilities } = picture;
  return (
    <>
      <span className={classes.heading}>{heading}</span>
      <span className={classes.said} data-wrong={predicted !== label}>
        {capital(className(predicted))}
      </span>
      <span className={classes.probability}>{probability(probabilities[predicted] ?? 0)}</span>
    </>
  );
}
