import type * as tf from '@tensorflow/tfjs-core';
import type { AttackAnswer, AttackUnit } from '../../protocol/attack.ts';
import { LabError } from '../../protocol/lab-error.ts';
import type { Examination, ExamineRequest } from '../../protocol/examine.ts';
import type { Unit, UnitAnswer } from '../../protocol/lane.ts';
import type { ImageRef } from '../../protocol/image-ref.ts';
import type { LoadedModel, ModelFiles } from '../../protocol/model-files.ts';
import type { DistanceAnswer, DistanceRequest } from '../../protocol/repair-lane.ts';
import type { RunningBackend } from '../backends/running-backend.ts';
import { measureDistances } from '../repair/measure-distances.ts';
import { answerAttack } from './answer-attack.ts';
import { labelledImages } from './attack-images.ts';
import { attackTarget } from './attack-target.ts';
import { changePixelsOf } from './changed-pixels.ts';
import { examineImages } from './examine.ts';
import { ImageStore } from './image-store.ts';
import type { InputBatch } from './input-batch.ts';
import { InputTensors } from './input-tensors.ts';
import { loadModel, type ModelOfLane } from './load-model.ts';
import type { FileAccess } from '../../images/read-image.ts';
import { topClasses } from './top-classes.ts';

/** A unit whose work has been handed to the device; the next one may be prepared meanwhile. */
export interface UnitUnderWay {
  readonly answer: Promise<UnitAnswer>;
}

/** Executions that wait for their results at one time. */
const DEPTH = 2;

/** What a started lane works with: its backend, its models and the images of the run. */
export class Workbench {
  readonly backend: RunningBackend;
  readonly #inputs: InputTensors;
  readonly #images: ImageStore;
  readonly #models = new Map<string, ModelOfLane>();
  #lastFinished = 0;

  private constructor(backend: RunningBackend, inputs: InputTensors, access: FileAccess) {
    this.backend = backend;
    this.#inputs = inputs;
    this.#images = new ImageStore(access);
  }

  static async create(backend: RunningBackend, access: FileAccess): Promise<Workbench> {
    return new Workbench(backend, await InputTensors.create(backend), access);
  }

  /** Takes in a model; one of the same id is replaced. */
  async load(files: ModelFiles): Promise<LoadedModel> {
    this.backend.latch.check();
    this.#models.get(files.id)?.classifier.dispose();
    this.#models.delete(files.id);
    const model = await loadModel(files, this.backend);
    this.#models.set(files.id, model);
    return model.facts;
  }

  /**
   * A model that has been loaded.
   * @throws LabError if it has not, or the backend has failed
   */
  model(id: string): ModelOfLane {
    this.backend.latch.check();
    return this.#loaded(id);
  }

  /** Replaces the images that units refer to. */
  open(images: readonly ImageRef[]): void {
    this.#images.open(images);
    this.#inputs.clear();
  }

  /**
   * Computes a unit in executions of one batch each.
   * @throws LabError if a model or an image is missing, or the backend has failed
   */
  async begin(unit: Unit): Promise<UnitUnderWay> {
    const begun = performance.now();
    this.backend.latch.check();
    const model = this.#loaded(unit.model);
    const length = unit.images.length;
    const answer = {
      predicted: new Uint16Array(length),
      margins: unit.margins ? new Float32Array(length) : null,
      absDelta: new Uint32Array(length),
    };
    const reads: Promise<void>[] = [];
    for (let start = 0; start < length; start += model.batch.images) {
      const end = Math.min(length, start + model.batch.images);
      const batch = await this.#prepare(unit, start, end, model);
      for (const [index, { absDelta }] of (batch.changed ?? []).entries()) {
        answer.absDelta[start + index] = absDelta;
      }
      await reads[reads.length - DEPTH];
      const read = this.#execute(
        batch,
        model,
        answer.predicted.subarray(start, end),
        answer.margins?.subarray(start, end) ?? null,
      );
      // A failure is met where the reads are awaited; until then nobody listens.
      read.catch(() => {});
      reads.push(read);
    }
    const finish = async (): Promise<UnitAnswer> => {
      await Promise.all(reads);
      const finished = performance.now();
      // Units overlap on a GPU; the time before the last one finished was that unit's.
      const seconds = (finished - Math.max(begun, this.#lastFinished)) / 1000;
      this.#lastFinished = finished;
      return { ...answer, seconds };
    };
    return { answer: finish() };
  }

  /**
   * Shows images with everything that the model says of them.
   * @throws LabError if a model or an image is missing, or the backend has failed
   */
  async examine(request: ExamineRequest): Promise<Examination> {
    this.backend.latch.check();
    const model = this.#loaded(request.model);
    return examineImages(request, {
      model,
      backend: this.backend,
      load: (positions) => this.#images.load(positions, model.transform.geometry),
      logits: (batch) => this.#logits(batch, model),
    });
  }

  /**
   * Attacks a model on some images.
   * @throws LabError if a model or an image is missing, or the backend has failed
   */
  async attack(unit: AttackUnit): Promise<AttackAnswer> {
    this.backend.latch.check();
    const model = this.#loaded(unit.model);
    const images = await this.#images.load(unit.images, model.transform.geometry);
    const judges = (unit.transferTo ?? []).map((id) => this.#alike(id, model));
    return answerAttack(unit, images, model, this.backend, judges);
  }

  /**
   * Measures how far images lie from a model's decision boundary.
   * @throws LabError if a model or an image is missing, or the backend has failed
   */
  async distances(request: DistanceRequest): Promise<DistanceAnswer> {
    const begun = performance.now();
    this.backend.latch.check();
    const model = this.#loaded(request.model);
    const images = await this.#images.load(request.images, model.transform.geometry);
    const labelled = labelledImages(images, request.labels, model.facts.classes);
    const target = attackTarget(model, this.backend);
    const found = await measureDistances(target, labelled, request.input);
    return { ...found, seconds: (performance.now() - begun) / 1000 };
  }

  /** A model that sees images as another does. */
  #alike(id: string, { transform }: ModelOfLane): ModelOfLane {
    const model = this.#loaded(id);
    if (model.transform.geometry.key === transform.geometry.key) return model;
    throw new LabError('internal', `${id} takes other images than the model that is attacked`, id);
  }

  #loaded(id: string): ModelOfLane {
    const model = this.#models.get(id);
    if (model === undefined) {
      throw new LabError('model-missing', `${id}: it is not loaded here`, id);
    }
    return model;
  }

  async #prepare(
    unit: Unit,
    start: number,
    end: number,
    { batch, transform }: ModelOfLane,
  ): Promise<InputBatch> {
    const positions = unit.images.subarray(start, end);
    const images = await this.#images.load(positions, transform.geometry);
    return {
      positions,
      images,
      changed:
        unit.change === null ? null : changePixelsOf(images, unit.change, transform.geometry),
      size: batch.padded ? batch.images : images.length,
    };
  }

  async #execute(
    batch: InputBatch,
    model: ModelOfLane,
    predicted: Uint16Array,
    margins: Float32Array | null,
  ): Promise<void> {
    topClasses(await this.#logits(batch, model), model.facts.classes, predicted, margins);
  }

  async #logits(batch: InputBatch, model: ModelOfLane): Promise<Float32Array> {
    const logits = this.#dispatch(batch, model);
    try {
      const values = await this.backend.latch.race<Float32Array>(logits.data<'float32'>());
      this.backend.latch.check();
      return values;
    } finally {
      logits.dispose();
    }
  }

  #dispatch(batch: InputBatch, { classifier, transform }: ModelOfLane): tf.Tensor2D {
    const input = this.#inputs.make(batch, transform);
    try {
      return classifier.logits(input);
    } finally {
      input.dispose();
    }
  }
}
