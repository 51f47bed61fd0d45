import type { Answer } from '../protocol/lab-error.ts';
import type { LoadedModel } from '../protocol/model-files.ts';
import type { OpenLane } from './lane-handle.ts';
import type { Lane, LaneSetup } from './lane.ts';
import type { UnitPlace } from './predictions.ts';
import type { LanePlan } from './sweep-types.ts';

export interface PoolOptions {
  readonly openLane: OpenLane;
  /** Best first. */
  readonly backends: readonly LanePlan[];
  readonly setup: LaneSetup;
}

/** Where a pool gets its work from and brings the answers to. */
export interface PoolClient<Reply> {
  /** The first lane has loaded the models. @throws LabError to refuse them */
  loaded(models: readonly LoadedModel[]): void;
  /** More work, or null while there is none. */
  take(lane: number): UnitPlace | null;
  /** Has a lane do the work. */
  send(lane: Lane, place: UnitPlace): Promise<Answer<Reply>>;
  /** Id of its model. */
  modelOf(place: UnitPlace): string;
  /** "resnet on 64 images with 8 changed pixels" */
  describe(place: UnitPlace): string;
  answer(place: UnitPlace, answer: Reply): void;
  /** Make no units of a model with more images than this. */
  shrink(model: number, limit: number): void;
  /** Whether `take` will never give anything again. */
  isExhausted(): boolean;
  /** Something that a snapshot shows is different now. */
  changed(): void;
}
