import { useMemo } from 'react';
import type { ExaminedImage, ExaminedPicture } from '../../../protocol/examine.ts';
import classes from './dialog.module.css';
import { LargePicture } from './large-picture.tsx';
import { magnifiedNoise } from './magnified-noise.ts';
import type { PictureStep } from './picture-steps.ts';
import { capital, probability } from '../../shared/pictures/class-text.ts';

interface LargeStepsProps {
  readonly examined: ExaminedImage;
  readonly steps: readonly PictureStep[];
  /** Class index of the image. */
  readonly label: number;
  readonly width: number;
  readonly height: number;
  readonly rings: boolean;
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly className: (label: number) => string;
}

/** An image before and after, at large; where it was attacked, with what the attack added. */
export function LargeSteps({ examined, steps, ...shared }: LargeStepsProps) {
  const { original, attacked } = examined;
  const [first, ...later] = steps.map((step) => (
    <Step key={step.id} examined={examined} step={step} {...shared} />
  ));
  return (
    <div className={classes.pictures} data-count={attacked === null ? 2 : 4}>
      {first}
      {attacked !== null && (
        <Noise before={original} after={attacked} examined={examined} {...shared} />
      )}
      {later}
    </div>
  );
}

interface StepProps extends Omit<LargeStepsProps, 'steps'> {
  readonly step: PictureStep;
}

function Step({ examined, step, label, rings, className, ...size }: StepProps) {
  const { heading, when, picture, isRinged, name } = step;
  const { predicted, probabilities } = picture;
  const said = probability(probabilities[predicted] ?? 0);
  return (
    <LargePicture
      {...size}
      bytes={picture.bytes}
      label={`${heading ?? name}: ${className(predicted)} ${said}`}
      heading={heading}
      pixels={examined.pixels}
      rings={rings && isRinged}
    >
      <figcaption className={classes.said} data-wrong={predicted !== label}>
        {when !== '' && <span className={classes.when}>{when} </span>}
        {capital(className(predicted))} <span className={classes.when}>{said}</span>
      </figcaption>
    </LargePicture>
  );
}

interface NoiseProps extends Omit<LargeStepsProps, 'steps'> {
  readonly before: ExaminedPicture;
  readonly after: ExaminedPicture;
}

/** What the attack added, many times enlarged. */
function Noise({ before, after, examined, width, height, chosen, onChoose }: NoiseProps) {
  const { bytes, factor, largest } = useMemo(
    () => magnifiedNoise(before.bytes, after.bytes),
    [before, after],
  );
  const heading = `Added noise, ×\u00a0${factor}`;
  return (
    <LargePicture
      width={width}
      height={height}
      chosen={chosen}
      onChoose={onChoose}
      bytes={bytes}
      label={`${heading}, on grey`}
      heading={heading}
      pixels={examined.pixels}
      rings={false}
    >
      <figcaption className={classes.remark}>
        Grey: unchanged. At most {largest} of 255 {largest === 1 ? 'step' : 'steps'} a channel.
      </figcaption>
    </LargePicture>
  );
}
