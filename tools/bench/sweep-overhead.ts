import * as tf from '@tensorflow/tfjs-core';
import { startBackend } from '../../src/engine/backends/start-backend.ts';
import { readGraph } from '../../src/engine/formats/read-graph.ts';
import { createClassifier, type Classifier } from '../../src/engine/graph/classifier.ts';
import { byteTables, convertBytes } from '../../src/engine/lane/byte-tables.ts';
import { renderRoadside } from '../../src/images/roadside/render.ts';
import type { SweepOptions } from '../../src/run/sweep-types.ts';
import { bundledSweep, counts, sweepSeconds } from './bundled-sweep.ts';
import { warmLanes } from './warm-lanes.ts';
import { compare, secondsOf, type Figure } from './measure.ts';

const IMAGES = 128;
const BATCH = 32;

interface ResidentModel {
  readonly classifier: Classifier;
  /** Preprocessed images in the backend's memory, a batch each. */
  readonly batches: readonly tf.Tensor4D[];
}

function upload({ models, images }: SweepOptions): ResidentModel[] {
  const bytes = images.refs.map((ref) => renderRoadside(ref.kind === 'roadside' ? ref.index : 0));
  return models.map(({ files }) => {
    const classifier = createClassifier(readGraph(files.data));
    const tables = byteTables(files.preprocess);
    const batches: tf.Tensor4D[] = [];
    for (let start = 0; start < bytes.length; start += BATCH) {
      const values = new Float32Array(BATCH * tf.util.sizeFromShape([...classifier.inputShape]));
      for (const [index, image] of bytes.slice(start, start + BATCH).entries()) {
        convertBytes(tables, image, values, index * image.length);
      }
      batches.push(tf.tensor4d(values, [BATCH, ...classifier.inputShape]));
    }
    return { classifier, batches };
  });
}

/** Classifies resident images as often as a sweep classifies, with nothing else around. */
function bareSeconds(models: readonly ResidentModel[]): Promise<number> {
  return secondsOf(async () => {
    for (const { classifier, batches } of models) {
      for (const batch of batches) {
        for (let time = 0; time <= counts.length; time += 1) {
          const logits = classifier.logits(batch);
          const classes = tf.argMax(logits, 1);
          await classes.data();
          tf.dispose([logits, classes]);
        }
      }
    }
  });
}

/** How much of one WASM lane's bare speed a sweep keeps. */
export async function sweepOverhead(): Promise<Figure[]> {
  await startBackend('wasm', {});
  const options = await bundledSweep(IMAGES, 1);
  const lanes = await warmLanes(1);
  const resident = upload(options);
  const arms = {
    bare: () => bareSeconds(resident),
    sweep: () => sweepSeconds({ ...options, openLane: lanes.lend() }),
  };
  await compare(1, arms);
  const { bare, sweep } = await compare(5, arms);
  lanes.close();
  const classifications = IMAGES * options.models.length * (1 + counts.length);
  return [
    {
      what: 'sweep, against bare classification on one WASM lane',
      value: bare / sweep,
      unit: 'times',
      atLeast: 0.9,
      detail: `${Math.round(classifications / sweep)} against ${Math.round(classifications / bare)} images/s, five models`,
    },
  ];
}
