import * as tf from '@tensorflow/tfjs-core';
import { fgsm } from '../../src/engine/attacks/fgsm.ts';
import { uploadLevels } from '../../src/engine/attacks/upload-levels.ts';
import { startBackend } from '../../src/engine/backends/start-backend.ts';
import { attackTarget } from '../../src/engine/lane/attack-target.ts';
import { loadModel } from '../../src/engine/lane/load-model.ts';
import { renderRoadside, roadsideLabel } from '../../src/images/roadside/render.ts';
import { splitStart } from '../../src/images/roadside/splits.ts';
import { bundledSweep } from './bundled-sweep.ts';
import { compare, secondsOf, type Figure } from './measure.ts';

const IMAGES = 64;
const ROUNDS = 7;

/** How fast FGSM makes examples of a bundled model, against classifying resident images, on WASM. */
export async function attackSpeed(): Promise<Figure[]> {
  const backend = await startBackend('wasm', {});
  const { models } = await bundledSweep(1, 1);
  const vgg = models.find(({ files }) => files.id === 'vgg');
  if (vgg === undefined) throw new Error('there is no bundled VGG');
  const target = attackTarget(await loadModel(vgg.files, backend), backend);
  const first = splitStart('test');
  const images = Array.from({ length: IMAGES }, (_, index) => ({
    bytes: renderRoadside(first + index),
    label: roadsideLabel(first + index),
    key: [first + index, 0] as const,
  }));
  const batches: tf.Tensor4D[] = [];
  for (let start = 0; start < IMAGES; start += target.batch) {
    const part = images.slice(start, start + target.batch);
    batches.push(
      uploadLevels(
        target,
        part.map(({ bytes }) => bytes),
      ),
    );
  }
  const forward = async (): Promise<void> => {
    for (const batch of batches) {
      const logits = target.classifier.logits(batch);
      await target.read(logits);
      logits.dispose();
    }
  };
  const arms = {
    forward: () => secondsOf(forward),
    fgsm: () => secondsOf(() => fgsm(target, images, { epsilon: 8 })),
  };
  await compare(1, arms);
  const seconds = await compare(ROUNDS, arms);
  tf.dispose(batches);
  return [
    {
      what: 'FGSM on VGG, against classification on one WASM thread',
      value: seconds.forward / seconds.fgsm,
      unit: 'times',
      atLeast: 0.2,
      detail: `${Math.round(IMAGES / seconds.fgsm)} against ${Math.round(IMAGES / seconds.forward)} images/s`,
    },
  ];
}
