import { roadsideImages } from '../../src/images/roadside-set.ts';
import { parseSpec } from '../../src/protocol/parse-spec.ts';
import { checkRepair } from '../../src/run/repair/check-repair.ts';
import { startRepair } from '../../src/run/repair/repair.ts';
import { readModels } from '../../src/headless/read-models.ts';
import { openNodeLane } from '../../src/workers/open-node-lane.ts';
import { answered } from './answered.ts';
import { median, secondsOf, type Figure } from './measure.ts';

const IMAGES = 1000;

async function experiment() {
  const spec = checkRepair(
    parseSpec({
      version: 1,
      seed: 7,
      models: ['resnet'],
      images: { source: 'roadside', count: 1 },
      grid: { counts: [4] },
      repair: { model: 'resnet', images: IMAGES, validationImages: 500 },
    }),
  );
  const [model] = await readModels(spec.models, '.');
  if (model === undefined) throw new Error('the bundled model is missing');
  return {
    spec,
    model,
    train: roadsideImages('train', IMAGES),
    validation: roadsideImages('validation', spec.repair.validationImages),
    test: roadsideImages('test', 1),
  };
}

/** Seconds of one epoch of the last layer, once every sample's features are known. */
async function epochSeconds(): Promise<number> {
  const { spec, model, train, validation } = await experiment();
  const lane = await openNodeLane();
  const { api } = lane;
  await answered(api.start({ backend: 'wasm' }));
  const { prepare, stepsPerEpoch } = await answered(
    api.openRepair({
      files: model.files,
      settings: spec.repair,
      count: 4,
      seed: spec.seed,
      train: { refs: train.refs, labels: train.labels },
      validation: { refs: validation.refs, labels: validation.labels },
      mirrors: [],
    }),
  );
  await answered(api.prepareRepair({ pictures: prepare }));
  const epochs: number[] = [];
  for (let epoch = 0; epoch < 6; epoch += 1) {
    epochs.push(await secondsOf(() => answered(api.repairSteps({ steps: stepsPerEpoch }))));
  }
  lane.terminate();
  return median(epochs);
}

/** Seconds of the paper's protocol, five models, from the start until all are trained. */
async function protocolSeconds(): Promise<number> {
  const made = await experiment();
  const start = performance.now();
  const run = startRepair({
    ...made,
    openLane: () => openNodeLane(),
    backends: [{ backend: 'wasm', lanes: 2 }],
    versions: {},
  });
  const seconds = await new Promise<number>((resolve) => {
    run.subscribe(({ phase }) => {
      if (phase !== 'opening' && phase !== 'training') resolve((performance.now() - start) / 1000);
    });
  });
  await run.cancel();
  return seconds;
}

/** How long fine-tuning takes on WASM. */
export async function repairSpeed(): Promise<Figure[]> {
  const epoch = await epochSeconds();
  const protocol = await protocolSeconds();
  return [
    {
      what: 'an epoch of the last layer',
      value: 1000 * epoch,
      unit: 'ms',
      atMost: 1000,
      detail: `${IMAGES} samples, one WASM lane, features kept`,
    },
    {
      what: 'five models by the paper’s protocol',
      value: protocol,
      unit: 's',
      atMost: 60,
      detail: `${IMAGES} images, 20 epochs, last layer, two WASM lanes, from the start`,
    },
  ];
}
