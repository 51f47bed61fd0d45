import type { Answer } from './lab-error.ts';
import type { ImageRef } from './image-ref.ts';
import type { ModelFiles } from './model-files.ts';
import type { RepairSpec } from './repair.ts';

/** Images with the class of each, as an output of the model that is trained. */
export interface LabelledImages {
  readonly refs: readonly ImageRef[];
  readonly labels: Uint16Array;
}

/** One model to train: the settings of a repair with one of its counts. */
export interface RepairRequest {
  readonly files: ModelFiles;
  readonly settings: RepairSpec;
  /** Changed pixels of the samples. */
  readonly count: number;
  /** Names all that is random: samples, shuffling, first weights of a fresh head. */
  readonly seed: number;
  readonly train: LabelledImages;
  readonly validation: LabelledImages;
  /** Classes, as labels, whose mirror image shows the same class; for samples that may be mirrored. */
  readonly mirrors: readonly number[];
}

/** What is known of a training before it begins. */
export interface RepairFacts {
  /** Values that may change. */
  readonly trainable: number;
  readonly parameters: number;
  readonly classes: number;
  /** [height, width, 3] */
  readonly inputSize: readonly [number, number, number];
  /** Multiply-adds of one image. */
  readonly multiplyAdds: number;
  /** Whether the last layer is one linear map of features; feature-space distances need that. */
  readonly linearHead: boolean;
  /** Whether what comes before the free weights is computed once a sample and then reused. */
  readonly cached: boolean;
  /** Samples and validation pictures to get ready before the first step. */
  readonly prepare: number;
  readonly samples: number;
  readonly stepsPerEpoch: number;
  readonly epochs: number;
}

export interface RepairPrepared {
  /** Pictures that are ready, of {@link RepairFacts.prepare}. */
  readonly ready: number;
  readonly seconds: number;
}

/** Where a training is after some steps; sums are over the epoch under way or just finished. */
export interface RepairProgress {
  /** Steps taken in all. */
  readonly step: number;
  /** The epoch of the last step, counted from 1. */
  readonly epoch: number;
  /** Samples of this epoch seen so far. */
  readonly seen: number;
  /** Mean cross-entropy over them in nats, each taken before the step that used it. */
  readonly loss: number;
  /** How many of them were classified correctly, likewise. */
  readonly correct: number;
  /** Mean loss of each step of this call. */
  readonly losses: Float32Array;
  /** Whether the last step was the last one of its epoch. */
  readonly epochDone: boolean;
  readonly seconds: number;
}

/** Accuracy on validation images with the weights as they are now. */
export interface RepairValidation {
  /** Epochs done; 0 before the first. */
  readonly epoch: number;
  readonly images: number;
  /** Unchanged images classified correctly. */
  readonly clean: number;
  /** The same images with changed pixels, one draw each. */
  readonly changed: number;
  /** Whether these are the best weights so far. */
  readonly best: boolean;
  readonly seconds: number;
}

/** Which weights to hand out; `original` are those of the model as given, with the classes that take part. */
export type RepairWeights = 'best' | 'last' | 'original';

export interface DistanceRequest {
  readonly model: string;
  /** Positions in the image list that `openImages` received. */
  readonly images: Uint32Array;
  /** Class of each. */
  readonly labels: Uint16Array;
  /** Also the first-order estimate in input space, which needs gradients. */
  readonly input: boolean;
}

/** Signed distances to the decision boundary, negative where the image is on the wrong side. */
export interface DistanceAnswer {
  /**
   * In feature space, exact: min over j ≠ y of (f_y − f_j) / ‖w_y − w_j‖₂. Null where the last
   * layer is not linear.
   */
  readonly feature: Float32Array | null;
  /**
   * In input space, first order, in units of the 0…1 range: min over the ten largest competing
   * logits of (f_y − f_j) / ‖∇ₓ(f_y − f_j)‖₂. Infinite where the gradient is 0.
   */
  readonly input: Float32Array | null;
  readonly seconds: number;
}

/** A trained model as the files of the TensorFlow.js layers format. */
export interface TrainedFiles {
  readonly topology: string;
  readonly weights: ArrayBuffer;
  /** SHA-256 of topology and weights. */
  readonly hash: string;
  /** Epochs behind these weights. */
  readonly epoch: number;
}

/** What a lane can do for a repair. It trains one model at a time. */
export interface RepairLaneApi {
  /** Makes ready to train, and gives up a training under way. */
  openRepair(request: RepairRequest): Promise<Answer<RepairFacts>>;
  /** Gets the next pictures ready; to be repeated until all are. */
  prepareRepair(request: { readonly pictures: number }): Promise<Answer<RepairPrepared>>;
  /** Takes the next steps, at most to the end of the epoch. */
  repairSteps(request: { readonly steps: number }): Promise<Answer<RepairProgress>>;
  /** Judges the weights as they are on the validation images, and keeps the best. */
  validateRepair(): Promise<Answer<RepairValidation>>;
  takeRepair(request: { readonly weights: RepairWeights }): Promise<Answer<TrainedFiles>>;
  /** Frees what the training holds. */
  closeRepair(): Promise<Answer<null>>;
  /** Distances of open images to the decision boundary of a loaded model. */
  distances(request: DistanceRequest): Promise<Answer<DistanceAnswer>>;
}
