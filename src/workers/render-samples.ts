import { roadsideClasses } from '../images/roadside/classes.ts';
import { renderRoadside, roadsideLabel, roadsideSize } from '../images/roadside/render.ts';
import { splitStart } from '../images/roadside/splits.ts';

/** A few pictures to look at; not a lane: nothing is classified here. */
export interface SampleImage {
  /** Roadside index. */
  readonly index: number;
  readonly className: string;
  /** Height and width in pixels. */
  readonly size: number;
  /** size × size × 3 bytes. */
  readonly bytes: Uint8Array;
}

/** Positions in the test split, in the order in which they are wanted. */
export type SampleRequest = readonly number[];

self.addEventListener('message', ({ data }: MessageEvent<SampleRequest>) => {
  const samples = data.map((position): SampleImage => {
    const index = splitStart('test') + position;
    const className = roadsideClasses[roadsideLabel(index)] ?? '';
    return { index, className, size: roadsideSize, bytes: renderRoadside(index) };
  });
  self.postMessage(samples);
});
