import { useStore } from 'zustand';
import { Button } from '@mantine/core';
import { integer } from '../../../run/number-text.ts';
import { imageName } from '../../../run/image-set.ts';
import { imageSets } from '../../../state/images/image-sets.ts';
import {
  lastPosition,
  roadsideImage,
  roadsidePlace,
  type InspectImage,
  type RoadsidePlace,
} from '../../../state/inspect/inspect-image.ts';
import { inspectStore } from '../../../state/inspect/inspect-store.ts';
import { openImage } from '../../../state/inspect/inspector.ts';
import { openOwnImage } from '../../../state/inspect/own-image.ts';
import { classLabel } from '../../../state/models/class-label.ts';
import { capital } from '../../shared/pictures/class-text.ts';
import classes from './image-bar.module.css';
import { PositionField } from './position-field.tsx';

const splits = [
  { value: 'test', name: 'Test images' },
  { value: 'validation', name: 'Validation images' },
  { value: 'train', name: 'Training images' },
] as const;

/** Before the name of a set, which may be that of a split. */
const OWN = 'set ';

async function openPlace(place: RoadsidePlace): Promise<void> {
  await openImage({ image: await roadsideImage(place) });
}

/** Which image it is, and the way to others. */
export function ImageBar() {
  const image = useStore(inspectStore, (state) => state.image);
  const step = useStore(inspectStore, (state) => state.step);
  const place = image && roadsidePlace(image.ref);
  const { split = 'test', position = 0 } = place ?? {};
  const sets = useStore(imageSets, (state) => state.sets);
  const from = image?.from;
  const set = sets.find(({ name }) => name === from?.set);
  const isOwn = image !== null && place === null;
  const at = from?.position ?? position;
  const last = set === undefined ? lastPosition(split) : set.images.length - 1;
  const hasPlace = place !== null || set !== undefined;
  const goTo = (next: number) =>
    void (set === undefined ? openPlace({ split, position: next }) : openOwnImage(set.name, next));
  const choose = (value: string) => {
    const chosen = splits.find((each) => each.value === value);
    void (chosen === undefined
      ? openOwnImage(value.slice(OWN.length), 0)
      : openPlace({ split: chosen.value, position: 0 }));
  };

  return (
    <div className={classes.bar}>
      <div className={classes.what}>
        <h2 className={classes.heading}>{headingOf(image)}</h2>
        <p className={classes.note}>
          {image === null ? '\u00a0' : describe(image, place)}
          <output className={classes.step}>{step}</output>
        </p>
      </div>
      <div className={classes.steps}>
        <select
          className={classes.select}
          aria-label="Images to choose from"
          value={set !== undefined ? `${OWN}${set.name}` : isOwn ? '' : split}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          {isOwn && set === undefined && <option value="">Own image</option>}
          {splits.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
          {sets.map(({ name, images }) => (
            <option key={`${OWN}${name}`} value={`${OWN}${name}`} disabled={images.length === 0}>
              {name}
            </option>
          ))}
        </select>
        {(!isOwn || set !== undefined) && (
          <PositionField
            key={`${set?.name ?? split} ${at}`}
            position={at}
            last={last}
            onGo={goTo}
          />
        )}
        <Button
          variant="default"
          size="sm"
          aria-keyshortcuts="["
          disabled={!hasPlace || at === 0}
          onClick={() => goTo(at - 1)}
        >
          Previous
        </Button>
        <Button
          variant="default"
          size="sm"
          aria-keyshortcuts="]"
          disabled={!hasPlace || at === last}
          onClick={() => goTo(at + 1)}
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

function describe({ ref, from }: InspectImage, place: RoadsidePlace | null): string {
  const name = imageName(ref);
  if (place === null) return from === undefined ? `Own image ${name}` : `${name}, of ${from.set}`;
  const of = { test: 'Test', validation: 'Validation', train: 'Training' }[place.split];
  return `${of} image ${integer(place.position)} of Roadside (index ${name})`;
}
