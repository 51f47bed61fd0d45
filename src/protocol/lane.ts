import type { AttackAnswer, AttackUnit } from './attack.ts';
import type { Answer } from './lab-error.ts';
import type { Examination, ExamineRequest } from './examine.ts';
import type { InspectLaneApi } from './inspect.ts';
import type { RepairLaneApi } from './repair-lane.ts';
import type { ImageRef } from './image-ref.ts';
import type { LoadedModel, ModelFiles } from './model-files.ts';
import type { PixelChangeRequest } from './pixel-change-request.ts';

export type BackendName = 'webgpu' | 'webgl' | 'wasm' | 'cpu';

/** One candidate backend as seen from inside a lane's own thread. */
export interface BackendReport {
  readonly backend: BackendName;
  readonly available: boolean;
  /** A software adapter (SwiftShader, llvmpipe) runs the real code, slower than WASM. */
  readonly software: boolean;
  /** Adapter or renderer, or why it is not available; for a person to read. */
  readonly detail: string;
}

/** The smallest piece of work that a lane answers: one model, one cell and draw, some images. */
export interface Unit {
  readonly model: string;
  /** Positions in the image list that `openImages` received. */
  readonly images: Uint32Array;
  /** Null: the unchanged images. */
  readonly change: PixelChangeRequest | null;
  /** Also return margins (top logit minus runner-up). */
  readonly margins: boolean;
}

export interface UnitAnswer {
  /** Class of each image, in the order of `Unit.images`. */
  readonly predicted: Uint16Array;
  readonly margins: Float32Array | null;
  /** Σ |Δ| in bytes over the 3 · count channels of each image; zeros where nothing was changed. */
  readonly absDelta: Uint32Array;
  /** Seconds spent computing, without waiting. */
  readonly seconds: number;
}

export interface LaneStart {
  readonly backend: BackendName;
}

export interface LaneStarted {
  readonly backend: BackendName;
  readonly detail: string;
  /** Name of a Web Lock that the lane holds while it lives, or null where there are none. */
  readonly aliveLock: string | null;
}

/** What sweeps and attacks ask of a lane. */
export interface SweepLaneApi {
  probe(): Promise<BackendReport[]>;
  start(options: LaneStart): Promise<Answer<LaneStarted>>;
  loadModel(files: ModelFiles): Promise<Answer<LoadedModel>>;
  openImages(images: readonly ImageRef[]): Promise<Answer<null>>;
  classify(unit: Unit): Promise<Answer<UnitAnswer>>;
  /** Attacks a model and changes pixels of the examples; nothing stays in the lane. */
  attack(unit: AttackUnit): Promise<Answer<AttackAnswer>>;
  /** Tensors alive in the lane; for leak checks. */
  memory(): Promise<{ tensors: number; bytes: number }>;
}

/** Everything that crosses to and from a lane; browser workers and Node threads expose the same. */
export interface LaneApi extends SweepLaneApi, RepairLaneApi, InspectLaneApi {
  /** Pictures with what the model says of them; its classes are those of `classify`. */
  examine(request: ExamineRequest): Promise<Answer<Examination>>;
}
