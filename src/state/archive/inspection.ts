import type { Boundary } from '../inspect/questions/boundary.ts';
import type { Fragility } from '../inspect/questions/fragility.ts';
import type { PlaceMap } from '../inspect/questions/place-map.ts';
import type { WorstPixel } from '../inspect/questions/worst-pixel.ts';

/** Which picture was asked about; its bytes are drawn, or read from its set, again. */
export type InspectedImage =
  | { readonly source: 'roadside'; readonly index: number }
  /** `sha256` is the hex digest of the file, by which it is found again in any set. */
  | { readonly source: 'file'; readonly file: string; readonly sha256: string };

/** The answer to one question about one picture. */
export type InspectionResult =
  | { readonly question: 'fragility'; readonly answer: Fragility }
  | { readonly question: 'places'; readonly answer: PlaceMap }
  | { readonly question: 'worst-pixel'; readonly answer: WorstPixel }
  | { readonly question: 'boundary'; readonly answer: Boundary };

/** What was asked. The settings of a question are in its answer. */
export interface InspectionSpec {
  readonly question: InspectionResult['question'];
  readonly image: InspectedImage;
  readonly models: readonly string[];
}
