import { useMemo } from 'react';
import { pixelsOf } from '../../../run/number-text.ts';
import { rectOf } from '../../../state/experiment/region-rects.ts';
import { changedSample, type Sample, type SampleChange } from '../../../state/sample-images.ts';
import { toDataUrl } from './to-data-url.ts';
import classes from './sample-picture.module.css';

interface SamplePictureProps {
  /** Undefined while it is rendered. */
  readonly sample: Sample | undefined;
  /** Null shows the image as it is. */
  readonly change: SampleChange | null;
}

/** One image; a small one with each of its pixels a square of two by two. */
export function SamplePicture({ sample, change }: SamplePictureProps) {
  const address = useMemo(
    () =>
      sample &&
      toDataUrl(change ? changedSample(sample, change) : sample.bytes, sample.width, sample.height),
    [sample, change],
  );
  if (sample === undefined) return <div className={classes.picture} />;

  const what = change === null ? 'as it is' : `${pixelsOf(change.count)} changed`;
  const name = sample.className.replaceAll('-', ' ') || 'A picture';
  const label = `${name}, ${what}`;
  return (
    <div className={classes.frame}>
      <img
        className={classes.picture}
        data-large={sample.width > 128 || sample.height > 128}
        src={address}
        alt={label}
        title={label}
      />
      {change !== null && change.region < 1 && (
        <RegionOutline size={[sample.height, sample.width]} region={change.region} />
      )}
    </div>
  );
}

/** Where the changed pixels may lie. */
interface RegionOutlineProps {
  readonly size: readonly [number, number];
  readonly region: number;
}

function RegionOutline({ size, region }: RegionOutlineProps) {
  const rect = rectOf(size, region);
  if (rect === null) return null;
  const [height, width] = size;
  const share = (length: number, of: number) => `${(100 * length) / of}%`;
  return (
    <div
      className={classes.outline}
      style={{
        top: share(rect.top, height),
        left: share(rect.left, width),
        width: share(rect.width, width),
        height: share(rect.height, height),
      }}
    />
  );
}
