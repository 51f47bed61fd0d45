import type { ImageKey } from '../core/random-keys.ts';
import type { Answer } from './lab-error.ts';
import type { PixelChangeRequest } from './pixel-change-request.ts';
import type { SpecPixelValue } from './spec.ts';

/** A picture to inspect. It travels with every question, so that any edit of it can be asked about. */
export interface InspectPicture {
  /** height · width · 3 bytes of the model's input size, R, G, B interleaved. */
  readonly bytes: Uint8Array;
  /** Names the image in the counters of its random words. */
  readonly key: ImageKey;
}

export interface LookRequest {
  readonly models: readonly string[];
  readonly bytes: Uint8Array;
}

/** What one model says of a picture. */
export interface Look {
  readonly predicted: number;
  /** Softmax of the logits, one a class; they add up to 1. */
  readonly probabilities: Float32Array;
  /** Largest logit minus the runner-up, ≥ 0. */
  readonly margin: number;
}

/** Random pixel changes of one picture: the draws of a sweep, many of them for one image. */
export interface DrawsRequest {
  readonly model: string;
  readonly picture: InspectPicture;
  readonly change: Omit<PixelChangeRequest, 'draw'>;
  /** Number of the first draw. */
  readonly first: number;
  readonly draws: number;
}

export interface DrawsAnswer {
  /** Class of each draw. */
  readonly predicted: Uint16Array;
  /** Σ |Δ| in bytes over the 3 · count channels of each draw. */
  readonly absDelta: Uint32Array;
  readonly seconds: number;
}

/**
 * Cells of a picture changed one at a time: in draw d every pixel of the cell gets new values, those
 * of the pixel change whose region is the cell and whose count is its area.
 */
export interface PlacesRequest {
  readonly model: string;
  readonly picture: InspectPicture;
  /** The class whose margin is measured, and that a flip leaves. */
  readonly label: number;
  /** Side of a cell in pixels; those at the lower and right edge may be cut off. */
  readonly side: number;
  readonly seed: number;
  readonly value: SpecPixelValue;
  /** Draws of each cell, numbered from 0. */
  readonly draws: number;
  /** Cells are numbered row by row. */
  readonly first: number;
  readonly places: number;
}

export interface PlacesAnswer {
  /** Draws of each cell whose class is not `label`. */
  readonly flips: Uint16Array;
  /** Mean over the draws of each cell of f_label − max of the others, in logits. */
  readonly margin: Float32Array;
  /** The first draw of each cell that is a flip; −1 for none. */
  readonly firstFlip: Int32Array;
  readonly seconds: number;
}

export interface LabelledPicture {
  readonly model: string;
  readonly bytes: Uint8Array;
  /** The class that the picture has, or is held to have. */
  readonly label: number;
}

export interface Saliency {
  /**
   * ∂(f_label − f_rival) / ∂ level, in logits for the whole range of a channel; height · width · 3
   * values, R, G, B interleaved.
   */
  readonly gradient: Float32Array;
  /** The class with the largest logit beside `label`. */
  readonly rival: number;
}

export interface BoundaryAnswer {
  /** f_label − f_rival in logits; negative on the wrong side. */
  readonly margin: number;
  readonly rival: number;
  /** First-order distance in input space, channels from 0 to 1; may be infinite. */
  readonly input: number;
  /** Exact distance in feature space; null where the last layer is not linear. */
  readonly feature: number | null;
}

export type SearchKind = 'evolution' | 'random';

/** A search for the pixels that cost a class most of its probability; both kinds are opened at once. */
export interface SearchRequest {
  readonly model: string;
  readonly picture: InspectPicture;
  readonly label: number;
  /** Pixels of a candidate. */
  readonly pixels: number;
  /** Candidates of a generation, at least 4. */
  readonly population: number;
  /** Generations after the first. */
  readonly generations: number;
  readonly seed: number;
}

/** Where a search is after one more generation. */
export interface SearchStep {
  readonly generation: number;
  /** Candidates classified so far. */
  readonly queries: number;
  /** Candidates up to and with the first that was classified as another class; null while none was. */
  readonly fooledAt: number | null;
  /** Of the best candidate so far: the natural logarithm of the probability of `label`. */
  readonly logProbability: number;
  /** The best candidate so far. */
  readonly bytes: Uint8Array;
}

/** What a lane can say about a single picture. */
export interface InspectLaneApi {
  /** Answers of several models, in their order. */
  look(request: LookRequest): Promise<Answer<Look[]>>;
  classifyDraws(request: DrawsRequest): Promise<Answer<DrawsAnswer>>;
  classifyPlaces(request: PlacesRequest): Promise<Answer<PlacesAnswer>>;
  saliency(request: LabelledPicture): Promise<Answer<Saliency>>;
  boundary(request: LabelledPicture): Promise<Answer<BoundaryAnswer>>;
  /** Begins a search by evolution and one by chance, and gives up those under way. */
  openSearch(request: SearchRequest): Promise<Answer<null>>;
  searchGeneration(request: { readonly search: SearchKind }): Promise<Answer<SearchStep>>;
}
