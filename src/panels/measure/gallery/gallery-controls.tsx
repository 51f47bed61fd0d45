import { Button, SegmentedControl } from '@mantine/core';
import type { PictureFilter } from '../../../state/gallery/cell-pictures.ts';
import classes from './gallery.module.css';
import { rangeText } from './picture-text.ts';

interface GalleryControlsProps<Show extends string> {
  /** Groups of pictures to choose from. */
  readonly groups: { value: Show; label: string }[];
  /** Draws of each image. */
  readonly draws: number;
  readonly filter: PictureFilter<Show>;
  readonly onFilter: (filter: PictureFilter<Show>) => void;
  readonly rings: boolean;
  readonly onRings: (rings: boolean) => void;
  /** Number of the first picture of the page, from 0. */
  readonly start: number;
  readonly most: number;
  readonly total: number;
  readonly onStart: (start: number) => void;
}

/** Which of the pictures, and how. */
export function GalleryControls<Show extends string>(props: GalleryControlsProps<Show>) {
  const { groups, filter, onFilter, rings, onRings } = props;
  const { start, most, total, onStart } = props;
  const draws = Array.from({ length: props.draws }, (_, draw) => draw);

  return (
    <div className={classes.controls}>
      <SegmentedControl
        size="xs"
        aria-label="Which pictures are shown"
        data={groups}
        value={filter.show}
        onChange={(show) => onFilter({ ...filter, show })}
      />
      {draws.length > 1 && (
        <select
          className={classes.draws}
          aria-label="Draws shown"
          value={filter.draw ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onFilter({ ...filter, draw: value === '' ? null : Number(value) })
          }
        >
          <option value="">All draws</option>
          {draws.map((draw) => (
            <option key={draw} value={draw}>
              Draw {draw}
            </option>
          ))}
        </select>
      )}
      <label className={classes.toggle}>
        <input
          type="checkbox"
          checked={rings}
          onChange={(event) => onRings(event.currentTarget.checked)}
        />
        Ring changes
      </label>
      <div className={classes.pager}>
        <span aria-live="polite">{rangeText(start, Math.min(most, total - start), total)}</span>
        <Button
          variant="default"
          size="compact-sm"
          aria-label="Earlier pictures"
          disabled={start === 0}
          onClick={() => onStart(Math.max(0, start - most))}
        >
          <Chevron to="left" />
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          aria-label="Further pictures"
          disabled={start + most >= total}
          onClick={() => onStart(start + most)}
        >
          <Chevron to="right" />
        </Button>
      </div>
    </div>
  );
}

function Chevron({ to }: { readonly to: 'left' | 'right' }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path
        d={to === 'left' ? 'M7.5 2L3.5 6l4 4' : 'M4.5 2l4 4-4 4'}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
      />
    </svg>
  );
}
