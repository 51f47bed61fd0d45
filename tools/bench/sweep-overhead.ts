import * as tf from '@tensorflow/tfjs-core';
import { startBackend } from '../../src/engine/backends/start-backend.ts';
import { graphFromLayersModel } from '../../src/engine/formats/layers-import.ts';
import { createClassifier } from '../../src/engine/graph/classifier.ts';
import { byteTables, convertBytes } from '../../src/engine/lane/byte-tables.ts';
import { renderRoadside } from '../../src/images/roadside/render.ts';
import type { SweepOptions } from '../../src/run/sweep-types.ts';
import { bundledSweep, counts, sweepSeconds } from './bundled-sweep.ts';
import { warmLanes } from './warm-lanes.ts';
import { compare, secondsOf, type Figure } from './measure.ts';

const IMAGES = 128;
const BATCH = 32;

/** Renders each image once and classifies it as often as a sweep does, with nothing else around. */
async function bareSeconds({ models, images }: SweepOptions): Promise<number> {
  const classifiers = models.map(({ files }) => ({
    classifier: createClassifier(graphFromLayersModel(files.topology, files.weights)),
    tables: byteTables(files.preprocess),
  }));
  const seconds = await secondsOf(async () => {
    for (let start = 0; start < IMAGES; start += BATCH) {
      const refs = images.refs.slice(start, start + BATCH);
      const bytes = refs.map((ref) => renderRoadside(ref.kind === 'roadside' ? ref.index : 0));
      for (const { classifier, tables } of classifiers) {
        const [height, width] = classifier.inputShape;
        const values = new Float32Array(BATCH * height * width * 3);
        for (const [index, image] of bytes.entries()) {
          convertBytes(tables, image, values, index * image.length);
        }
        const input = tf.tensor4d(values, [BATCH, height, width, 3]);
        for (let time = 0; time <= counts.length; time += 1) {
          const logits = classifier.logits(input);
          await logits.data();
          logits.dispose();
        }
        input.dispose();
      }
    }
  });
  for (const { classifier } of classifiers) classifier.dispose();
  return seconds;
}

/** How much of one WASM lane's bare speed a sweep keeps. */
export async function sweepOverhead(): Promise<Figure[]> {
  await startBackend('wasm', {});
  const options = await bundledSweep(IMAGES, 1);
  const lanes = await warmLanes(1);
  const arms = {
    bare: () => bareSeconds(options),
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
