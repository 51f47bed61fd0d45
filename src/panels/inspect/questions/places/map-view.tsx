import { useElementSize } from '@mantine/hooks';
import type { KeyboardEvent, PointerEvent } from 'react';
import { placeGrid } from '../../../../core/place-grid.ts';
import type { Picture } from '../../../../state/inspect/edits.ts';
import type { PlaceMap } from '../../../../state/inspect/questions/place-map.ts';
import { PixelCanvas } from '../../../shared/pictures/pixel-canvas.tsx';
import styles from './places.module.css';

interface MapViewProps {
  /** The picture under the map's colours. */
  readonly bytes: Uint8Array;
  readonly picture: Picture;
  readonly map: PlaceMap;
  /** The cell that is read out. */
  readonly place: number;
  /** What is said of it; null for a view that only the pointer reads. */
  readonly spoken: string | null;
  readonly onPlace: (place: number) => void;
}

/** CSS pixels that a map may take. */
const ROOM = 448;

/** A map over the picture; pointer and arrow keys choose a cell. */
export function MapView({ bytes, picture, map, place, spoken, onPlace }: MapViewProps) {
  const { ref, width: room } = useElementSize();
  const { width, height } = picture;
  const { rows, columns, settings } = map;
  const zoom = Math.max(1, Math.floor(Math.min(room || ROOM, ROOM) / width));
  const rect = placeGrid(height, width, settings.side).rectOf(Math.min(place, rows * columns - 1));

  const point = ({ currentTarget, clientX, clientY }: PointerEvent) => {
    const { left, top } = currentTarget.getBoundingClientRect();
    const row = Math.floor((clientY - top) / zoom / settings.side);
    const column = Math.floor((clientX - left) / zoom / settings.side);
    if (row >= 0 && row < rows && column >= 0 && column < columns) onPlace(row * columns + column);
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowUp: -columns, ArrowDown: columns, ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onPlace(Math.min(rows * columns - 1, Math.max(0, place + step)));
  };
  const mark = {
    left: rect.left * zoom,
    top: rect.top * zoom,
    width: rect.width * zoom,
    height: rect.height * zoom,
  };

  return (
    <div ref={ref}>
      <div
        className={styles.view}
        style={{ width: width * zoom, height: height * zoom }}
        onPointerMove={point}
        onPointerDown={point}
        {...(spoken === null
          ? { 'aria-hidden': true }
          : {
              role: 'slider',
              tabIndex: 0,
              'aria-label': 'Map of the picture, one cell at a time',
              'aria-valuemin': 0,
              'aria-valuemax': rows * columns - 1,
              'aria-valuenow': place,
              'aria-valuetext': spoken,
              onKeyDown: press,
            })}
      >
        <PixelCanvas bytes={bytes} width={width} height={height} zoom={zoom} />
        <span className={styles.mark} style={mark} />
      </div>
    </div>
  );
}
