import { changePixels } from '../../../src/core/pixel-change.ts';
import { imageKeyOfIndex } from '../../../src/core/random-keys.ts';
import { centredRegion } from '../../../src/core/region.ts';
import type { AttackAnswer, AttackUnit } from '../../../src/protocol/attack.ts';
import type { Answer, LabErrorKind } from '../../../src/protocol/lab-error.ts';
import type { SweepLaneApi, Unit, UnitAnswer } from '../../../src/protocol/lane.ts';
import type { ImageRef } from '../../../src/protocol/image-ref.ts';
import { corePixelValue } from '../../../src/run/pixel-values.ts';
import { attackArithmetically } from './attack.ts';
import { ArithmeticClassifier, arithmeticImage, CLASSES } from './classifier.ts';

/** A fault that a lane really has; it strikes while `times` in the shared counters lasts. */
export interface Fault {
  readonly what: 'exit' | 'hang' | LabErrorKind;
  /** Where it strikes: units with more than this many images. */
  readonly above?: number;
  /** Units of changed images only. */
  readonly changed?: boolean;
  /** Units that hold this image. */
  readonly image?: number;
  readonly backend?: string;
  readonly at?: 'classify' | 'attack' | 'loadModel' | 'start';
}

export interface LaneOptions {
  readonly faults: readonly Fault[];
  /** One counter a fault, shared by all lanes: how often it still strikes. */
  readonly counters: Int32Array;
  /** Ends the thread at once, as a crash does. */
  readonly exit: () => void;
  /** Stops answering: settles never, if it returns at all. */
  readonly hang: () => Promise<never>;
}

/** What an arithmetic model is made of; the text of its `topology`. */
export interface ArithmeticModel {
  readonly seed: number;
  readonly noise: number;
  readonly size: readonly [number, number];
}

/** A model that is loaded. */
export interface Loaded extends ArithmeticModel {
  readonly classifier: ArithmeticClassifier;
}

const fail = (kind: LabErrorKind, message: string) => ({
  ok: false as const,
  error: { kind, message },
});

/** A lane whose models are integer arithmetic; everything else is as in a lane with an engine. */
export function arithmeticLane({ faults, counters, exit, hang }: LaneOptions): SweepLaneApi {
  const models = new Map<string, Loaded>();
  let refs: readonly ImageRef[] = [];
  let backend = '';

  const strikes = async (
    at: Fault['at'],
    unit?: Unit | AttackUnit,
  ): Promise<Answer<never> | null> => {
    for (const [index, fault] of faults.entries()) {
      const meets =
        (fault.at ?? 'classify') === at &&
        (fault.backend === undefined || fault.backend === backend) &&
        (fault.above === undefined || (unit?.images.length ?? 0) > fault.above) &&
        (fault.image === undefined || (unit?.images.includes(fault.image) ?? false)) &&
        (fault.changed === undefined ||
          (unit && 'change' in unit && fault.changed === (unit.change !== null)));
      if (!meets || Atomics.sub(counters, index, 1) <= 0) continue;
      if (fault.what === 'exit') exit();
      else if (fault.what === 'hang') await hang();
      else return fail(fault.what, `the lane met a planned ${fault.what}`);
    }
    return null;
  };

  const classify = (unit: Unit): Answer<UnitAnswer> => {
    const started = performance.now();
    const model = models.get(unit.model);
    if (!model) return fail('internal', `no model ${unit.model}`);
    const [height, width] = model.size;
    const absDelta = new Uint32Array(unit.images.length);
    const predicted = Uint16Array.from(unit.images, (position, at) => {
      const ref = refs[position];
      const index = ref?.kind === 'roadside' ? ref.index : -1;
      const bytes = arithmeticImage(index, height, width);
      const { change } = unit;
      if (change === null) return model.classifier.classify(bytes);
      const changed = bytes.slice();
      absDelta[at] = changePixels(bytes, changed, {
        seed: change.seed,
        imageKey: imageKeyOfIndex(index),
        draw: change.draw,
        count: change.count,
        value: corePixelValue(change.value),
        height,
        width,
        region: centredRegion(height, width, change.region),
      });
      return model.classifier.classify(changed);
    });
    const seconds = (performance.now() - started) / 1000;
    return { ok: true, value: { predicted, margins: null, absDelta, seconds } };
  };

  const attack = (unit: AttackUnit): Answer<AttackAnswer> => {
    const model = models.get(unit.model);
    if (!model) return fail('internal', `no model ${unit.model}`);
    const indices = Array.from(unit.images, (position) => {
      const ref = refs[position];
      return ref?.kind === 'roadside' ? ref.index : -1;
    });
    return { ok: true, value: attackArithmetically(unit, indices, model) };
  };

  return {
    probe: async () => [],
    start: async (options) => {
      backend = options.backend;
      return (
        (await strikes('start')) ?? {
          ok: true,
          value: { backend: options.backend, detail: 'arithmetic', aliveLock: null },
        }
      );
    },
    loadModel: async ({ id, data }) => {
      const fault = await strikes('loadModel');
      if (fault) return fault;
      const model: ArithmeticModel = JSON.parse(data.format === 'tfjs' ? data.topology : '');
      const [height, width] = model.size;
      const values = height * width * 3;
      models.set(id, {
        ...model,
        classifier: new ArithmeticClassifier(model.seed, model.noise, values),
      });
      return {
        ok: true,
        value: {
          id,
          inputSize: [height, width, 3],
          classes: CLASSES,
          parameters: values * CLASSES,
          multiplyAdds: values * CLASSES,
        },
      };
    },
    openImages: async (images) => {
      refs = images;
      return { ok: true, value: null };
    },
    classify: async (unit) => (await strikes('classify', unit)) ?? classify(unit),
    attack: async (unit) => (await strikes('attack', unit)) ?? attack(unit),
    memory: async () => ({ tensors: 0, bytes: 0 }),
  };
}
