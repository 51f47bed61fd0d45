import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { percent, smallFigure } from '../../../../run/number-text.ts';
import { inspectStore } from '../../../../state/inspect/inspect-store.ts';
import type { PlaceMap } from '../../../../state/inspect/questions/place-map.ts';
import { classLabel } from '../../../../state/models/class-label.ts';
import { modelName } from '../../../../state/models/model-list.ts';
import classes from '../questions.module.css';
import { MapLegend } from './map-legend.tsx';
import { mapPicture } from './map-picture.ts';
import { MapView } from './map-view.tsx';
import {
  placeFigures,
  placesInOrder,
  placeShares,
  scaleEnd,
  type PlaceMeasure,
} from './place-figures.ts';
import { PlaceReadout } from './place-readout.tsx';
import { PlaceTable } from './place-table.tsx';
import styles from './places.module.css';

const measures: { value: PlaceMeasure; label: string }[] = [
  { value: 'flips', label: 'Flip rate' },
  { value: 'margin', label: 'Margin loss' },
];

/** The map over the picture, the gradient beside it, and the same as a table. */
export function PlacesAnswer({ result }: { readonly result: PlaceMap }) {
  const picture = useStore(inspectStore, (state) => state.picture);
  const image = useStore(inspectStore, (state) => state.image);
  const [wanted, setMeasure] = useState<PlaceMeasure | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const order = useMemo(() => placesInOrder(result), [result]);
  const most = result.flips.reduce((top, each) => Math.max(top, each), 0);
  // A map without one flip says nothing; the margin does.
  const isOver = result.measured === result.rows * result.columns;
  const measure = wanted ?? (isOver && most === 0 ? 'margin' : 'flips');
  const { side, model } = result.settings;
  const top = useMemo(() => Math.max(...result.saliency, 1e-12), [result.saliency]);
  const end = scaleEnd(result, measure);
  const mapBytes = useMemo(() => {
    if (picture === null) return null;
    const shareOf = placeShares(result, measure, end);
    return mapPicture(picture, (position) => {
      const row = Math.floor(Math.floor(position / picture.width) / side);
      const column = Math.floor((position % picture.width) / side);
      return shareOf(row * result.columns + column);
    });
  }, [picture, result, measure, side, end]);
  const saliencyBytes = useMemo(
    () => picture && mapPicture(picture, (position) => (result.saliency[position] ?? 0) / top),
    [picture, result.saliency, top],
  );
  if (picture === null || mapBytes === null || saliencyBytes === null) return null;
  const place = chosen ?? order[0] ?? 0;
  const figures = placeFigures(result, picture, place);
  const name = (index: number) => classLabel(image?.classNames ?? [], index);

  return (
    <>
      <div className={styles.maps}>
        <figure className={styles.map}>
          <div className={styles.head}>
            <h3 className={classes.heading}>
              {measure === 'flips' ? 'Flip rate by place' : 'Loss of margin by place'}
            </h3>
            <SegmentedControl
              size="xs"
              aria-label="What the map shows"
              data={measures}
              value={measure}
              onChange={setMeasure}
            />
          </div>
          <MapView
            bytes={mapBytes}
            picture={picture}
            map={result}
            place={place}
            spoken={figures === null ? '' : `${figures.where}: flip rate ${figures.flipText}`}
            onPlace={setChosen}
          />
          <MapLegend
            low="0"
            high={
              measure === 'flips'
                ? percent(end)
                : `${smallFigure(end)} of ${smallFigure(result.cleanMargin)} logits`
            }
          />
        </figure>
        <figure className={styles.map}>
          <div className={styles.head}>
            <h3 className={classes.heading}>Gradient of the margin</h3>
          </div>
          <MapView
            bytes={saliencyBytes}
            picture={picture}
            map={result}
            place={place}
            spoken={null}
            onPlace={setChosen}
          />
          <MapLegend low="0" high={`${smallFigure(top)} logits`} />
        </figure>
        <PlaceReadout map={result} figures={figures} />
      </div>
      <p className={classes.note}>
        {modelName(model)} says {name(result.label)} of the original, with a margin of{' '}
        {result.cleanMargin.toFixed(2)} logits; a flip is any other answer. Gradient: length of the
        derivative of {name(result.label)} minus {name(result.rival)} by a pixel’s three channels,
        each over its whole range. Intervals: 95 %, Clopper–Pearson. Seed {result.settings.seed}.
      </p>
      <details className={classes.more}>
        <summary>The map as a table</summary>
        <PlaceTable map={result} picture={picture} order={order} onPlace={setChosen} />
      </details>
    </>
  );
}
