import { useMemo } from 'react';
import { pixelsOf } from '../../../charts/format.ts';
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

/** One image, each of its pixels a square of two by two. */
export function SamplePicture({ sample, change }: SamplePictureProps) {
  const address = useMemo(
    () => sample && toDataUrl(change ? changedSample(sample, change) : sample.bytes, sample.size),
    [sample, change],
  );
  if (sample === undefined) return <div className={classes.picture} />;

  const what = change === null ? 'as it is' : `${pixelsOf(change.count)} changed`;
  const label = `${sample.className.replaceAll('-', ' ')}, ${what}`;
  return (
    <div className={classes.frame}>
      <img className={classes.picture} src={address} alt={label} title={label} />
      {change !== null && change.region < 1 && (
        <RegionOutline size={sample.size} region={change.region} />
      )}
    </div>
  );
}

/** Where the changed pixels may lie. */
function RegionOutline({ size, region }: { readonly size: number; readonly region: number }) {
  const rect = rectOf([size, size], region);
  if (rect === null) return null;
  const share = (length: number) => `${(100 * length) / size}%`;
  return (
    <div
      className={classes.outline}
      style={{
        top: share(rect.top),
        left: share(rect.left),
        width: share(rect.width),
        height: share(rect.height),
      }}
    />
  );
}
