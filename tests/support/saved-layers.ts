import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';

export interface Files {
  topology: string;
  weights: ArrayBuffer;
}

/** What tfjs itself writes for a model. */
export async function saved(model: tfl.LayersModel): Promise<Files> {
  let files: Files | undefined;
  await model.save({
    save: (artifacts) => {
      const weights = tf.io.CompositeArrayBuffer.join(artifacts.weightData);
      files = {
        topology: JSON.stringify({
          format: 'layers-model',
          modelTopology: artifacts.modelTopology,
          weightsManifest: [{ paths: ['w.bin'], weights: artifacts.weightSpecs }],
        }),
        weights,
      };
      return Promise.resolve({
        modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' },
      });
    },
  });
  if (files === undefined) throw new Error('the model was not saved');
  return files;
}

/** Weights of a wave instead of tfjs's random ones; variances positive. */
export function setWeights(model: tfl.LayersModel): void {
  for (const layer of model.layers) {
    layer.setWeights(
      layer.getWeights().map((weight, index) => {
        const wave = Float32Array.from(
          { length: weight.size },
          (_, i) => Math.sin(i * 1.3 + index) / 3,
        );
        const positive = layer.getClassName() === 'BatchNormalization' && index === 3;
        return tf.tensor(positive ? wave.map((v) => v + 1) : wave, weight.shape);
      }),
    );
  }
}

export function stack(...layers: tfl.layers.Layer[]): tfl.LayersModel {
  const model = tfl.sequential({ layers });
  setWeights(model);
  return model;
}

export const inputShape = [8, 8, 3];
export const classes = tfl.layers.dense;

export function smallStack(): tfl.LayersModel {
  return stack(
    tfl.layers.conv2d({ inputShape, filters: 4, kernelSize: 3, activation: 'relu', name: 'first' }),
    tfl.layers.flatten({ name: 'flat' }),
    classes({ units: 3, activation: 'softmax', name: 'last' }),
  );
}

/** The same files with model.json changed as plain data. */
export function edited(files: Files, change: (text: string) => string): Files {
  return { ...files, topology: change(files.topology) };
}
