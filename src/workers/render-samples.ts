import { expose } from 'comlink';
import { roadsideClasses } from '../images/roadside/classes.ts';
import { renderRoadside, roadsideLabel, roadsideSize } from '../images/roadside/render.ts';
import { splitStart } from '../images/roadside/splits.ts';

/** A picture to look at. */
export interface SampleImage {
  /** Roadside index. */
  readonly index: number;
  readonly className: string;
  /** Height and width in pixels. */
  readonly size: number;
  /** size × size × 3 bytes. */
  readonly bytes: Uint8Array;
}

/** Renders pictures to look at; not a lane, nothing is classified here. */
export interface SampleApi {
  /** @param positions in the test split */
  render(positions: readonly number[]): Promise<SampleImage[]>;
}

const api: SampleApi = {
  render: (positions) =>
    Promise.resolve(
      positions.map((position) => {
        const index = splitStart('test') + position;
        const className = roadsideClasses[roadsideLabel(index)] ?? '';
        return { index, className, size: roadsideSize, bytes: renderRoadside(index) };
      }),
    ),
};

expose(api);
