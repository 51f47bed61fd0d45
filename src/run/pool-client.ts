import type { LoadedModel, Unit, UnitAnswer } from '../protocol/lane.ts';
import type { OpenLane } from './lane-handle.ts';
import type { LaneSetup } from './lane.ts';
import type { UnitPlace } from './predictions.ts';
import type { LanePlan } from './sweep-types.ts';

export interface PoolOptions {
  readonly openLane: OpenLane;
  /** Best first. */
  readonly backends: readonly LanePlan[];
  readonly setup: LaneSetup;
}

/** Where a pool gets its work from and brings the answers to. */
export interface PoolClient {
  /** The first lane has loaded the models. @throws LabError to refuse them */
  loaded(models: readonly LoadedModel[]): void;
  /** More work, or null while there is none. */
  take(lane: number): UnitPlace | null;
  unit(place: UnitPlace): Unit;
  /** "resnet on 64 images with 8 changed pixels" */
  describe(place: UnitPlace): string;
  answer(place: UnitPlace, answer: UnitAnswer): void;
  /** Make no units of a model with more images than this. */
  shrink(model: number, limit: number): void;
  /** Whether `take` will never give anything again. */
  isExhausted(): boolean;
  /** Something that a snapshot shows is different now. */
  changed(): void;
}
