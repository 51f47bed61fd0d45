import * as tf from '@tensorflow/tfjs-core';
import { LabError } from '../../protocol/lab-error.ts';
import type { LoadedModel, ModelFiles } from '../../protocol/lane.ts';
import type { RunningBackend } from '../backends/running-backend.ts';
import { graphFromLayersModel } from '../formats/layers-import.ts';
import { createClassifier, type Classifier } from '../graph/classifier.ts';
import type { Graph } from '../graph/graph.ts';
import { optimise } from '../graph/optimise.ts';
import { byteTables } from './byte-tables.ts';
import { executionBatch, type ExecutionBatch } from './execution-batch.ts';
import { graphCost } from './graph-cost.ts';
import { inputGeometry } from './input-geometry.ts';
import type { InputTransform } from './input-tensors.ts';

/** A model that is ready to classify. */
export interface ModelOfLane {
  readonly facts: LoadedModel;
  readonly classifier: Classifier;
  readonly transform: InputTransform;
  readonly batch: ExecutionBatch;
}

function inputSizeOf({ id, preprocess }: ModelFiles, graph: Graph): LoadedModel['inputSize'] {
  const [height, width, channels] = graph.inputShape;
  if (channels !== 3) {
    throw new LabError(
      'model-shape',
      `${id}: it takes ${channels} channels; only models of colour images can be measured`,
      id,
    );
  }
  const { size } = preprocess;
  if (size !== undefined && (size[0] !== height || size[1] !== width)) {
    throw new LabError(
      'model-shape',
      `${id}: preprocess.size is ${size.join('x')}, but it takes images of ${height}x${width}`,
      id,
    );
  }
  return [height, width, 3];
}

function checkClasses({ id, classes }: ModelFiles, outputs: readonly number[]): number {
  const [count = 0] = outputs;
  if (outputs.length !== 1 || count < 2) {
    throw new LabError(
      'model-shape',
      `${id}: it answers with ${outputs.join('x')} values an image; a classifier has one a class`,
      id,
    );
  }
  if (classes !== undefined && classes !== count) {
    throw new LabError(
      'model-shape',
      `${id}: it has ${count} outputs, but the labels name ${classes} classes`,
      id,
    );
  }
  return count;
}

/** Runs once on nothing, so that a GPU compiles its programs before anything is measured. */
async function warmUp(
  { classifier, facts, batch }: ModelOfLane,
  backend: RunningBackend,
): Promise<void> {
  const logits = tf.tidy(() => classifier.logits(tf.zeros([batch.images, ...facts.inputSize])));
  try {
    await backend.latch.race(logits.data());
  } finally {
    logits.dispose();
  }
}

/**
 * Reads a model, optimises it and gives its weights to the backend.
 * @throws LabError `model-corrupt`, `model-shape` or `model-unsupported` naming the model
 */
export async function loadModel(files: ModelFiles, backend: RunningBackend): Promise<ModelOfLane> {
  const { id, preprocess } = files;
  const graph = graphFromLayersModel(files.topology, files.weights);
  const inputSize = inputSizeOf(files, graph);
  const { parameters, multiplyAdds, outputs } = graphCost(graph);
  const classes = checkClasses(files, outputs);
  const model: ModelOfLane = {
    facts: { id, inputSize, classes, parameters, multiplyAdds },
    classifier: createClassifier(optimise(graph)),
    transform: {
      geometry: inputGeometry(inputSize, preprocess),
      tables: byteTables(preprocess),
    },
    batch: executionBatch(backend, inputSize),
  };
  if (model.batch.padded) await warmUp(model, backend);
  return model;
}
