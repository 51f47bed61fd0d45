import * as fc from 'fast-check';
import type { AttackSpec } from '../../src/protocol/attack-spec.ts';
import { preprocessSchema, specSchema, type Spec } from '../../src/protocol/spec.ts';
import { checkRepair } from '../../src/run/repair/check-repair.ts';
import type { RepairExperiment } from '../../src/run/repair/repair-types.ts';
import { paperRepair } from '../../src/state/repair/repair-draft.ts';
import { usualView } from '../../src/state/link/codec/measure-view.ts';
import type { RepairLink } from '../../src/state/link/codec/repair-link.ts';
import type { MeasureLink } from '../../src/state/link/codec/measure-link.ts';

const count = fc.integer({ min: 1, max: 100_000 });
const side = fc.double({ min: 0.001, max: 1, noNaN: true });
const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const seed = fc.maxSafeNat();
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const value = fc.oneof(
  fc.constant('replace' as const),
  fc.record({ offset: fc.integer({ min: 1, max: 127 }) }),
);
// No address tells −0 from 0.
const small = fc.double({ min: -300, max: 300, noNaN: true }).map((each) => each + 0);
const triple = fc.tuple(small, small, small);

const preprocess = fc
  .record(
    {
      size: fc.tuple(fc.integer({ min: 1, max: 4096 }), fc.integer({ min: 1, max: 4096 })),
      resize: fc.constantFrom('shortest' as const, 'exact' as const),
      resizeTo: fc.integer({ min: 1, max: 8192 }),
      filter: fc.constantFrom('bilinear' as const, 'nearest' as const),
      channels: fc.constantFrom('rgb' as const, 'bgr' as const),
      range: fc.tuple(small, small),
      mean: triple,
      std: triple.map(([a, b, c]) => [a, b, c].map((each) => Math.abs(each) + 1)),
    },
    { requiredKeys: [] },
  )
  .map((said) => preprocessSchema.parse(said));

const id = fc
  .stringMatching(/^[\w.-]{1,64}$/)
  .filter((name) => !(name in {}) && !/^(resnet|densenet|vgg|alexnet|squeezenet)$/.test(name));

const ownModel = fc.oneof(
  id,
  fc
    .record(
      {
        id,
        path: text,
        labels: text,
        architecture: text,
        output: fc.constantFrom('logits' as const, 'probabilities' as const),
        preprocess,
      },
      { requiredKeys: ['id', 'path'] },
    )
    .map((model) => model),
);

const models = fc
  .tuple(
    fc.subarray(['resnet', 'densenet', 'vgg', 'alexnet', 'squeezenet']),
    fc.uniqueArray(ownModel, {
      maxLength: 3,
      selector: (model) => (typeof model === 'string' ? model : model.id),
    }),
  )
  .map(([bundled, own]): Spec['models'] => [...bundled, ...own])
  .filter((all) => all.length > 0);

const ownImages = fc.record(
  {
    source: fc.constantFrom('folder' as const, 'zip' as const, 'csv' as const),
    path: text,
    labels: fc.constantFrom('given' as const, 'predicted' as const),
    classes: fc.dictionary(
      text.filter((name) => !(name in {})),
      fc.option(text),
      { minKeys: 1, maxKeys: 4, noNullPrototype: true },
    ),
    part: fc.record({
      of: fc.integer({ min: 5, max: 100 }),
      take: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
    }),
    count,
  },
  { requiredKeys: ['source', 'path'] },
);

const split = fc.constantFrom('train' as const, 'validation' as const, 'test' as const);

const images = fc.oneof(
  fc.record({
    source: fc.constant('roadside' as const),
    split,
    count,
  }),
  ownImages,
);

const epsilon = fc.uniqueArray(fc.integer({ min: 1, max: 127 }), { minLength: 1, maxLength: 16 });

const attack: fc.Arbitrary<AttackSpec> = fc.oneof(
  fc.record({ kind: fc.constant('fgsm' as const), epsilon }),
  fc.record(
    {
      kind: fc.constant('pgd' as const),
      epsilon,
      step: fc.double({ min: 0.01, max: 255, noNaN: true }),
      iterations: fc.integer({ min: 1, max: 1000 }),
      randomStart: fc.boolean(),
    },
    { requiredKeys: ['kind', 'epsilon', 'iterations', 'randomStart'] },
  ),
  fc.record({
    kind: fc.constant('one-pixel' as const),
    pixels: fc.constantFrom(1 as const, 3 as const, 5 as const),
    population: fc.integer({ min: 4, max: 1000 }),
    generations: fc.integer({ min: 0, max: 1000 }),
    search: fc.constantFrom('evolution' as const, 'random' as const),
  }),
);

const grid = fc.record({
  counts: fc.uniqueArray(count, { minLength: 1, maxLength: 12 }),
  values: fc.uniqueArray(value, {
    minLength: 1,
    maxLength: 5,
    selector: (each) => JSON.stringify(each),
  }),
  regions: fc.uniqueArray(side, { minLength: 1, maxLength: 5 }),
});

const spec = fc
  .record(
    {
      version: fc.constant(1 as const),
      name: fc.string({ maxLength: 60 }),
      seed,
      models,
      images,
      eligibility: fc.constantFrom('common' as const, 'own' as const),
      draws: fc.integer({ min: 1, max: 1000 }),
      grid,
      attack,
    },
    {
      requiredKeys: ['version', 'name', 'seed', 'models', 'images', 'eligibility', 'draws', 'grid'],
    },
  )
  .map((said) => specSchema.parse(said));

/** Any experiment that Measure may show, with a view of it. */
export const measureLinks: fc.Arbitrary<MeasureLink> = spec.chain((experiment) => {
  const { counts, values, regions } = experiment.grid;
  const cell = {
    model: fc
      .constantFrom(...experiment.models)
      .map((model) => (typeof model === 'string' ? model : (model.id ?? ''))),
    count: fc.constantFrom(...counts),
    value: fc.constantFrom(...values),
    region: fc.constantFrom(...regions),
  };
  const outcome = fc.constantFrom(
    'restored' as const,
    'stillAdversarial' as const,
    'otherWrong' as const,
  );
  const strength = fc.option(fc.integer({ min: 1, max: 127 }));
  const view = fc.record({
    activeCount: count,
    measure: fc.constantFrom('accuracy' as const, 'wrong' as const, 'pi' as const),
    table: fc.constantFrom('accuracy' as const, 'delta' as const),
    scale: fc.constantFrom('close' as const, 'full' as const),
    linesBy: fc.constantFrom('value' as const, 'region' as const),
    held: fc.record({ value: fc.option(value), region: fc.option(side) }),
    pinned: fc.option(fc.record(cell)),
    attack: fc.record({
      view: fc.oneof(fc.constant('outcomes' as const), outcome),
      epsilon: strength,
      measure: fc.constantFrom('success' as const, 'pi' as const),
      table: fc.constantFrom('success' as const, 'zeros' as const),
      recovery: outcome,
      pinned: fc.option(fc.record({ ...cell, epsilon: strength, outcome })),
    }),
    gallery: fc.record({
      show: fc.constantFrom('wrong' as const, 'all' as const),
      draw: fc.option(fc.nat(experiment.draws - 1)),
      start: fc.nat(100_000),
      opened: fc.option(fc.nat(100_000)),
      rings: fc.boolean(),
    }),
  });
  const { model: _, ...setting } = cell;
  const ranked =
    experiment.attack === undefined ? fc.option(fc.record(setting)) : fc.constant(null);
  return fc.tuple(view, ranked).map(([shown, rankAt]) => {
    const isNothing = shown.pinned === null && shown.attack.pinned === null;
    return {
      spec: rankAt === null ? experiment : { ...experiment, rankAt },
      view: isNothing ? { ...shown, gallery: usualView.gallery } : shown,
    };
  });
});

/** Any repair that a spec may describe. */
const repairs: fc.Arbitrary<RepairExperiment> = fc
  .tuple(
    fc.oneof(fc.constantFrom('resnet', 'vgg'), ownModel),
    fc.record({ images, seed, draws: fc.integer({ min: 1, max: 1000 }), grid }),
    fc.record(
      {
        counts: fc.uniqueArray(count, { minLength: 1, maxLength: 16 }),
        images: count,
        validationImages: count,
        value,
        region: side,
        copies: fc.integer({ min: 1, max: 100 }),
        cleanShare: fraction,
        arm: fc.constantFrom('noise' as const, 'flip-shift' as const, 'erasing' as const),
        classes: fc.array(fc.nat(999), { minLength: 2, maxLength: 12 }),
        layers: fc.constantFrom('last' as const, 'block' as const, 'all' as const),
        head: fc.constantFrom('fresh' as const, 'keep' as const),
        optimiser: fc.constantFrom('sgd' as const, 'adam' as const),
        momentum: fc.double({ min: 0, max: 0.999, noNaN: true }),
        learningRate: fc.double({ min: 1e-9, max: 10, noNaN: true }),
        schedule: fc.constantFrom('constant' as const, 'cosine' as const),
        weightDecay: fraction,
        epochs: fc.integer({ min: 1, max: 10_000 }),
        batch: fc.integer({ min: 1, max: 1024 }),
        take: fc.constantFrom('best' as const, 'last' as const),
        epsilons: fc.array(fc.integer({ min: 1, max: 127 }), { maxLength: 8 }),
        attackImages: count,
        distanceImages: count,
      },
      { requiredKeys: [] },
    ),
    ownImages,
    fc.tuple(split, split),
    fc.boolean(),
  )
  .map(([model, around, settings, set, [trainSplit, validationSplit], isNamed]) => {
    const paper = paperRepair('resnet');
    const name = typeof model === 'string' ? model : model.id;
    const [first = 1] = settings.counts ?? paper.repair.counts;
    const isOwn = around.images.source !== 'roadside';
    return checkRepair(
      specSchema.parse({
        ...paper,
        ...around,
        ...(isOwn && { images: { ...set, labels: 'given' } }),
        models: [model],
        repair: {
          ...paper.repair,
          ...settings,
          model: name,
          ...(settings.arm !== undefined && { counts: [first] }),
          ...(isNamed && {
            images: 200,
            train: { source: 'roadside', split: trainSplit, count: 200 },
            validationImages: 90,
            validation: { source: 'roadside', split: validationSplit, count: 90 },
          }),
          ...(isOwn &&
            !isNamed && {
              train: { ...set, labels: 'given', path: `${set.path} 1` },
              validation: { ...set, labels: 'given', path: `${set.path} 2` },
            }),
        },
      }),
    );
  });

/** Any repair with a view of it. */
export const repairLinks: fc.Arbitrary<RepairLink> = repairs.chain((experiment) => {
  const {
    grid: { values, regions },
    repair,
  } = experiment;
  const view = fc.record({
    table: fc.constantFrom('heldOut' as const, 'trainedOn' as const),
    measure: fc.constantFrom('accuracy' as const, 'difference' as const, 'pi' as const),
    value: fc.option(fc.constantFrom(...values)),
    region: fc.option(fc.constantFrom(...regions)),
    distance: fc.option(fc.constantFrom(...repair.counts)),
    training: fc.constantFrom('accuracy' as const, 'loss' as const),
    epoch: fc.option(fc.integer({ min: 1, max: repair.epochs })),
  });
  return view.map((shown) => ({ spec: experiment, view: shown }));
});
