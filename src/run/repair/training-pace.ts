import type { RepairFacts } from '../../protocol/repair-lane.ts';

/** What is left of one training. */
export interface TrainingLeft {
  readonly facts: RepairFacts | null;
  readonly ready: number;
  readonly step: number;
  readonly isDone: boolean;
}

/** Time that one call to a lane should take, so that pause and progress never wait long. */
const CALL_SECONDS = 0.25;
const FIRST_PICTURES = 32;

/**
 * Cost of one sample in a step over one picture's way through the network, before it is measured:
 * there and back through what is free, and almost nothing for a last layer.
 */
function stepOverPicture({ cached, trainable, parameters }: RepairFacts): number {
  return cached ? 0.02 + 0.6 * (trainable / Math.max(1, parameters)) : 3;
}

class Mean {
  #sum = 0;
  #count = 0;
  #calls = 0;

  add(seconds: number, count: number): void {
    // The first call also starts things up; with a second one it is forgotten.
    if (this.#calls === 1) [this.#sum, this.#count] = [0, 0];
    this.#calls += 1;
    this.#sum += seconds;
    this.#count += count;
  }

  get value(): number | null {
    return this.#count === 0 ? null : this.#sum / this.#count;
  }

  /** The same, once it is more than what a first call took. */
  get settled(): number | null {
    return this.#calls < 2 ? null : this.value;
  }
}

/** Measures how fast trainings go, and foresees their end. */
export class TrainingPace {
  readonly #picture = new Mean();
  readonly #step = new Mean();
  readonly #validation = new Mean();

  pictures(seconds: number, pictures: number): void {
    this.#picture.add(seconds, pictures);
  }

  steps(seconds: number, steps: number): void {
    this.#step.add(seconds, steps);
  }

  validation(seconds: number): void {
    this.#validation.add(seconds, 1);
  }

  /** Pictures to ask a lane for at a time. */
  get picturesAtOnce(): number {
    const each = this.#picture.value;
    return each === null ? FIRST_PICTURES : Math.max(1, Math.round(CALL_SECONDS / each));
  }

  /** Steps to ask a lane for at a time. */
  get stepsAtOnce(): number {
    const each = this.#step.value;
    return each === null ? 1 : Math.max(1, Math.round(CALL_SECONDS / each));
  }

  /** Seconds to decode one picture and run it through a network once; null until measured. */
  secondsPerForward(facts: RepairFacts | null, batch: number): number | null {
    const step = this.#step.value;
    if (facts?.cached !== false || step === null) return this.#picture.value;
    // Forward, back to the inputs and back to the weights.
    return step / batch / 3;
  }

  /** Seconds of computing until all is trained, on one lane; null until something was measured. */
  secondsLeft(trainings: readonly TrainingLeft[], batch: number): number | null {
    const isStepping = this.#step.value !== null;
    const picture = isStepping ? this.#picture.value : this.#picture.settled;
    const known = trainings.find(({ facts }) => facts !== null)?.facts ?? null;
    if (picture === null || known === null) return null;
    const step = this.#step.value ?? picture * batch * stepOverPicture(known);
    const validations = known.prepare - known.samples;
    const validation = this.#validation.value ?? (step / batch / 3) * validations;
    let seconds = 0;
    for (const { facts, ready, step: taken, isDone } of trainings) {
      if (isDone) continue;
      const { prepare, stepsPerEpoch, epochs } = facts ?? known;
      const steps = stepsPerEpoch * epochs - taken;
      seconds += (prepare - ready) * picture + steps * step;
      seconds += Math.ceil(steps / stepsPerEpoch) * validation;
    }
    return seconds;
  }
}
