import type { ReactNode } from 'react';
import { samePixelValue } from '../../../run/pixel-values.ts';
import type { PinnedCell } from '../../../state/answer/view-store.ts';
import type { GalleryRecord } from '../../../state/gallery/gallery-lane.ts';
import { modelName } from '../../../state/models/model-list.ts';
import { pixelsOf } from '../../../run/number-text.ts';
import classes from './gallery.module.css';
import { settingText } from './picture-text.ts';

interface CellChoiceProps {
  readonly record: GalleryRecord;
  readonly pinned: PinnedCell;
  readonly onPin: (change: Partial<PinnedCell>) => void;
  /** Further choices, after the model. */
  readonly children?: ReactNode;
}

/** Which model at which setting; pins another one. */
export function CellChoice({ record, pinned, onPin: pin, children }: CellChoiceProps) {
  const { counts, values, regions } = record.spec.grid;
  const settings = values.flatMap((value) => regions.map((region) => ({ value, region })));
  const setting = settings.findIndex(
    ({ value, region }) => region === pinned.region && samePixelValue(value, pinned.value),
  );

  return (
    <div className={classes.choice}>
      <select
        aria-label="Model whose pictures are shown"
        value={pinned.model}
        onChange={(event) => pin({ model: event.currentTarget.value })}
      >
        {record.plan.models.map(({ id }) => (
          <option key={id} value={id}>
            {modelName(id)}
          </option>
        ))}
      </select>
      {children}
      <span>with</span>
      <select
        aria-label="Changed pixels of the pictures"
        value={pinned.count}
        onChange={(event) => pin({ count: Number(event.currentTarget.value) })}
      >
        {counts.map((count) => (
          <option key={count} value={count}>
            {pixelsOf(count)}
          </option>
        ))}
      </select>
      <span>changed</span>
      {settings.length > 1 && (
        <select
          aria-label="Values and area of the changes"
          value={setting}
          onChange={(event) => pin(settings[Number(event.currentTarget.value)] ?? {})}
        >
          {settings.map(({ value, region }, index) => (
            <option key={settingText(value, region)} value={index}>
              {settingText(value, region)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
