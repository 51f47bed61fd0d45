import { SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { TrackTable } from '../../../../charts/tracks/track-table.tsx';
import { missingBecause } from '../../../../run/finding/repair/describe-repair.ts';
import { featureSpaceMissing } from '../../../../run/finding/repair/distance-finding.ts';
import { repairView } from '../../../../state/repair/repair-view.ts';
import { ResultPart } from '../parts/result-part.tsx';
import { viewCaption, type ResultView } from '../view.ts';
import classes from './distance.module.css';
import { distanceCurves, type Space } from './distance-curves.ts';
import { DistanceDrawing, distanceDrawingHeight } from './distance-drawing.tsx';
import { DistanceFigure } from './distance-figure.tsx';
import { distanceTracks } from './distance-tracks.ts';

const title = 'Distance to the decision boundary';
const spaces: readonly Space[] = ['feature', 'input'];

/** How far held-out images lie from the boundary, before and after. */
export function DistancePart({ view }: { readonly view: ResultView }) {
  const { result, nameOf, styleOf } = view;
  const chosen = useStore(repairView, (state) => state.distance);
  const shown = result.repaired.find(({ count }) => count === chosen) ?? result.repaired[0];
  const model = shown?.id ?? '';
  const tracks = useMemo(() => distanceTracks(view), [view]);
  const curves = useMemo(
    () => spaces.flatMap((space) => distanceCurves(space, model, view) ?? []),
    [model, view],
  );
  if (result.distances === null || result.distances.length === 0) {
    const text = missingBecause(result, 'the distance to the boundary');
    return <ResultPart heading={title} text={text} file="" saved={null} />;
  }
  const missing = featureSpaceMissing(result);
  const text = `Held-out images; a distance below 0 is that of an image on the wrong side. A curve further to the right is farther from the boundary.${missing === null ? '' : ` ${missing}`}`;
  return (
    <ResultPart
      heading={title}
      text={text}
      file="pixelproof-repair-distance"
      saved={{
        title,
        drawing: <DistanceDrawing curves={curves} tracks={tracks} />,
        height: distanceDrawingHeight({ curves, tracks }),
        legend: [result.original.id, model].map((id) => ({ name: nameOf(id), style: styleOf(id) })),
        caption: [text, ...viewCaption(view)],
      }}
      controls={
        result.repaired.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label="Repaired model whose curve is shown"
            data={result.repaired.map(({ id, count }) => ({ value: id, label: String(count) }))}
            value={model}
            onChange={(id) => {
              const next = result.repaired.find((each) => each.id === id);
              repairView.setState({ distance: next?.count ?? null });
            }}
          />
        )
      }
    >
      <div className={classes.figures}>
        {curves.map((each) => (
          <DistanceFigure key={each.space} curves={each} />
        ))}
      </div>
      <TrackTable label={title} tracks={tracks} />
    </ResultPart>
  );
}
