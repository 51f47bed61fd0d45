import { useStore } from 'zustand';
import { Button } from '@mantine/core';
import { integer } from '../../../charts/format.ts';
import { imageName } from '../../../run/image-set.ts';
import {
  lastPosition,
  roadsideImage,
  roadsidePlace,
  type InspectImage,
  type RoadsidePlace,
} from '../../../state/inspect/inspect-image.ts';
import { inspectStore } from '../../../state/inspect/inspect-store.ts';
import { openImage } from '../../../state/inspect/inspector.ts';
import { classLabel } from '../../../state/models/class-label.ts';
import { capital } from '../../shared/pictures/class-text.ts';
import classes from './image-bar.module.css';
import { PositionField } from './position-field.tsx';

const splits = [
  { value: 'test', name: 'Test images' },
  { value: 'validation', name: 'Validation images' },
  { value: 'train', name: 'Training images' },
] as const;

async function openPlace(place: RoadsidePlace): Promise<void> {
  await openImage({ image: await roadsideImage(place) });
}

/** Which image it is, and the way to others. */
export function ImageBar() {
  const image = useStore(inspectStore, (state) => state.image);
  const step = useStore(inspectStore, (state) => state.step);
  const place = image && roadsidePlace(image.ref);
  const { split = 'test', position = 0 } = place ?? {};
  const isOwn = image !== null && place === null;
  const last = lastPosition(split);
  const goTo = (next: number) => void openPlace({ split, position: next });

  return (
    <div className={classes.bar}>
      <div className={classes.what}>
        <h2 className={classes.heading}>{headingOf(image)}</h2>
        <p className={classes.note}>
          {image === null ? '\u00a0' : describe(imageName(image.ref), place)}
          <output className={classes.step}>{step}</output>
        </p>
      </div>
      <div className={classes.steps}>
        <select
          className={classes.select}
          aria-label="Images to choose from"
          value={isOwn ? '' : split}
          onChange={({ currentTarget }) => {
            const chosen = splits.find(({ value }) => value === currentTarget.value);
            if (chosen !== undefined) void openPlace({ split: chosen.value, position: 0 });
          }}
        >
          {isOwn && <option value="">Own image</option>}
          {splits.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
        {!isOwn && (
          <PositionField key={`${split} ${position}`} position={position} last={last} onGo={goTo} />
        )}
        <Button
          variant="default"
          size="sm"
          aria-keyshortcuts="["
          disabled={place === null || position === 0}
          onClick={() => goTo(position - 1)}
        >
          Previous
        </Button>
        <Button
          variant="default"
          size="sm"
          aria-keyshortcuts="]"
          disabled={place === null || position === last}
          onClick={() => goTo(position + 1)}
        >
          Next
        </Button>
      </div>
    </div>
  );
}

function headingOf(image: InspectImage | null): string {
  if (image === null || image.label === null) return 'Image';
  const name = classLabel(image.classNames, image.label);
  return image.ref.kind === 'roadside' ? `${capital(name)} sign` : capital(name);
}

function describe(name: string, place: RoadsidePlace | null): string {
  if (place === null) return `Own image ${name}`;
  const of = { test: 'Test', validation: 'Validation', train: 'Training' }[place.split];
  return `${of} image ${integer(place.position)} of Roadside (index ${name})`;
}
