import { LabError } from '../../protocol/lab-error.ts';
import { modelHash } from '../../protocol/model-hash.ts';
import type {
  RepairFacts,
  RepairPrepared,
  RepairProgress,
  RepairRequest,
  RepairValidation,
  RepairWeights,
  TrainedFiles,
} from '../../protocol/repair-lane.ts';
import type { RunningBackend } from '../backends/running-backend.ts';
import { layersModelFromGraph } from '../formats/layers-export.ts';
import { analyseGraph } from '../graph/analyse.ts';
import { createClassifier } from '../graph/classifier.ts';
import type { Graph, Weight } from '../graph/graph.ts';
import { byteTables } from '../lane/byte-tables.ts';
import type { ImageStore } from '../lane/image-store.ts';
import { inputGeometry, type InputGeometry } from '../lane/input-geometry.ts';
import { modelGraph } from '../lane/model-graph.ts';
import { findHead, freshHead, restrictClasses } from './head.ts';
import { Learner } from './learner.ts';
import { byteStore, featuresFit, featureStore, type PictureStore } from './picture-store.ts';
import { listPictures, PictureMaker, type Pictures } from './pictures.ts';
import { splitGraph, type SplitGraph } from './split-graph.ts';

type FreeWeights = ReadonlyMap<string, Weight>;

interface Kept {
  readonly epoch: number;
  readonly score: number;
  readonly weights: FreeWeights;
}

/** The frozen part, unless there is none or its values would not fit into memory. */
function withoutLargeFeatures(split: SplitGraph, whole: SplitGraph, pictures: number): SplitGraph {
  if (split.trunk === null) return split;
  const width = analyseGraph(split.trunk).classes;
  return featuresFit(width, pictures) ? split : { ...whole, free: split.free };
}

/** Fine-tuning of one model, step by step. */
export class RepairSession {
  readonly facts: RepairFacts;
  readonly #backend: RunningBackend;
  /** With the classes that take part, before the first step. */
  readonly #original: Graph;
  readonly #pictures: Pictures;
  readonly #maker: PictureMaker;
  readonly #images: ImageStore;
  readonly #geometry: InputGeometry;
  readonly #store: PictureStore;
  readonly #learner: Learner;
  #ready = 0;
  #seen = 0;
  #loss = 0;
  #correct = 0;
  #best: Kept | null = null;

  /**
   * @param images - those for training, followed by those for validation
   * @throws LabError `model-unsupported` where the model has no last layer to free or cannot be
   * written out again, `spec-invalid` where classes or pictures do not fit
   */
  constructor(request: RepairRequest, backend: RunningBackend, images: ImageStore) {
    const { files, settings, seed } = request;
    this.#backend = backend;
    const given = modelGraph(files);
    this.#original = settings.classes ? restrictClasses(given, settings.classes) : given;
    layersModelFromGraph(this.#original, { float16: false });
    const start = settings.head === 'fresh' ? freshHead(this.#original, seed) : this.#original;
    const analysis = analyseGraph(start);
    this.#pictures = listPictures(request);
    const { list, samples } = this.#pictures;
    const split = withoutLargeFeatures(
      splitGraph(start, settings.layers),
      splitGraph(start, 'all'),
      list.length,
    );
    this.#geometry = inputGeometry(start.inputShape, files.preprocess);
    this.#maker = new PictureMaker(request, this.#geometry);
    this.#images = images;
    const setup = {
      backend,
      tables: byteTables(files.preprocess),
      inputShape: start.inputShape,
      pictures: list.length,
    };
    this.#store =
      split.trunk === null ? byteStore(setup) : featureStore(setup, createClassifier(split.trunk));
    this.#learner = new Learner(split, settings, seed, this.#pictures, this.#store);
    let trainable = 0;
    for (const name of split.free) trainable += start.weights.get(name)?.values.length ?? 0;
    this.facts = {
      trainable,
      parameters: analysis.parameters,
      classes: analysis.classes,
      inputSize: start.inputShape,
      multiplyAdds: analysis.multiplyAdds,
      linearHead: findHead(start).linear,
      cached: split.trunk !== null,
      prepare: list.length,
      samples,
      stepsPerEpoch: this.#learner.stepsPerEpoch,
      epochs: settings.epochs,
    };
  }

  /** Gets at least so many more pictures ready, in whole chunks, so that no answer depends on it. */
  async prepare(pictures: number): Promise<RepairPrepared> {
    const begun = performance.now();
    const { list } = this.#pictures;
    const goal = Math.min(list.length, this.#ready + pictures);
    while (this.#ready < goal) {
      this.#backend.latch.check();
      const chunk = list.slice(this.#ready, this.#ready + this.#store.chunk);
      const positions = Uint32Array.from(chunk, ({ image }) => image);
      const images = await this.#images.load(positions, this.#geometry);
      const bytes = chunk.map((picture, at) => {
        const image = images[at];
        if (image === undefined) throw new RangeError('an image of a picture is missing');
        return this.#maker.make(picture, image);
      });
      await this.#store.put(this.#ready, bytes);
      this.#ready += chunk.length;
    }
    return { ready: this.#ready, seconds: (performance.now() - begun) / 1000 };
  }

  /** Takes the next steps, not beyond the end of the epoch or of the training. */
  async steps(count: number): Promise<RepairProgress> {
    const begun = performance.now();
    const { stepsPerEpoch, epochs } = this.facts;
    this.#mustBeReady();
    if (this.#learner.steps >= stepsPerEpoch * epochs) {
      throw new LabError('internal', 'the training is over');
    }
    if (this.#learner.steps % stepsPerEpoch === 0)
      [this.#seen, this.#loss, this.#correct] = [0, 0, 0];
    const losses: number[] = [];
    do {
      const { loss, correct, samples } = await this.#backend.latch.race(this.#learner.step());
      this.#backend.latch.check();
      losses.push(loss);
      this.#seen += samples;
      this.#loss += ((loss - this.#loss) * samples) / this.#seen;
      this.#correct += correct;
    } while (losses.length < count && this.#learner.steps % stepsPerEpoch !== 0);
    const step = this.#learner.steps;
    return {
      step,
      epoch: Math.ceil(step / stepsPerEpoch),
      seen: this.#seen,
      loss: this.#loss,
      correct: this.#correct,
      losses: Float32Array.from(losses),
      epochDone: step % stepsPerEpoch === 0,
      seconds: (performance.now() - begun) / 1000,
    };
  }

  /** Judges the weights as they are, and keeps them if none before were better. */
  async validate(): Promise<RepairValidation> {
    const begun = performance.now();
    this.#mustBeReady();
    const { samples, validation } = this.#pictures;
    const clean = await this.#count(samples, validation);
    const changed = await this.#count(samples + validation, validation);
    const epoch = Math.floor(this.#learner.steps / this.facts.stepsPerEpoch);
    const score = clean + changed;
    const best = epoch > 0 && (this.#best === null || score >= this.#best.score);
    if (best) this.#best = { epoch, score, weights: await this.#learner.weights() };
    const seconds = (performance.now() - begun) / 1000;
    return { epoch, images: validation, clean, changed, best, seconds };
  }

  /**
   * The model as files.
   * @throws LabError `internal` where no weights were judged yet
   */
  async take(which: RepairWeights): Promise<TrainedFiles> {
    const { weights, epoch } = await this.#weights(which);
    const graph = { ...this.#original, weights: new Map([...this.#original.weights, ...weights]) };
    const { modelJson, weights: bytes } = layersModelFromGraph(graph, { float16: false });
    return {
      topology: modelJson,
      weights: bytes,
      hash: modelHash({ format: 'tfjs', topology: modelJson, weights: bytes }),
      epoch,
    };
  }

  dispose(): void {
    this.#learner.dispose();
    this.#store.dispose();
  }

  async #count(start: number, pictures: number): Promise<number> {
    const correct = await this.#backend.latch.race(this.#learner.count(start, pictures));
    this.#backend.latch.check();
    return correct;
  }

  async #weights(which: RepairWeights): Promise<{ weights: FreeWeights; epoch: number }> {
    if (which === 'original') return { weights: new Map(), epoch: 0 };
    if (which === 'last') {
      const epoch = Math.floor(this.#learner.steps / this.facts.stepsPerEpoch);
      return { weights: await this.#learner.weights(), epoch };
    }
    if (this.#best === null) throw new LabError('internal', 'no weights were judged yet');
    return this.#best;
  }

  #mustBeReady(): void {
    if (this.#ready === this.#pictures.list.length) return;
    throw new LabError('internal', 'the pictures of the training are not ready');
  }
}
