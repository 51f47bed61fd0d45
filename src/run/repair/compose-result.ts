import type { Manifest } from '../../protocol/result.ts';
import type { RepairResult } from '../../protocol/repair-result.ts';
import type { SweepModel } from '../sweep-types.ts';
import type { Evaluation } from './evaluation.ts';
import type { RepairSets } from './repair-sets.ts';
import type { RepairExperiment, RepairedModel } from './repair-types.ts';
import type { Trained, Training } from './training.ts';

/** A training that has its weights. */
export type FinishedTraining = Training & { readonly trained: Trained };

export function isFinished(training: Training): training is FinishedTraining {
  return training.trained !== null;
}

/** A repaired model as files, under its own id. */
export function repairedModel(
  { id, count, trained }: FinishedTraining,
  { files }: SweepModel,
): RepairedModel {
  const { topology, weights, hash, epoch } = trained.files;
  const { preprocess, classes } = files;
  const data = { format: 'tfjs', topology, weights } as const;
  return {
    id,
    count,
    files: { id, data, preprocess, ...(classes !== undefined && { classes }) },
    hash,
    epoch,
  };
}

/** The model before, with the classes that take part. */
export function originalModel(
  model: SweepModel,
  { repair }: RepairExperiment,
  trained: Trained,
): SweepModel {
  if (repair.classes === undefined) return model;
  const { topology, weights, hash } = trained.original;
  const data = { format: 'tfjs', topology, weights } as const;
  return { files: { ...model.files, data, classes: repair.classes.length }, hash };
}

function repairedRow({ id, count, facts, state, trained, seconds }: FinishedTraining) {
  return {
    id,
    count,
    hash: trained.files.hash,
    trainable: facts?.trainable ?? 0,
    samples: facts?.samples ?? 0,
    taken: trained.files.epoch,
    epochs: state.epochs.map((epoch) => ({ ...epoch })),
    seconds,
  };
}

export interface ResultInput {
  readonly spec: RepairExperiment;
  readonly original: SweepModel;
  readonly sets: RepairSets;
  readonly trainings: readonly FinishedTraining[];
  readonly evaluation: Evaluation | null;
  readonly manifest: Omit<Manifest, 'imagesPerSecond' | 'imageSetHash' | 'modelHashes'>;
}

/** Puts together the content of result.json; null where nothing was trained. */
export function composeResult(input: ResultInput): RepairResult | null {
  const { spec, original, sets, trainings, evaluation, manifest } = input;
  const facts = trainings[0]?.facts ?? null;
  if (facts === null) return null;
  const hashes = trainings.map(({ id, trained }) => [id, trained.files.hash] as const);
  const set = (name: keyof RepairSets) => ({
    images: sets[name].refs.length,
    hash: sets[name].hash,
  });
  return {
    version: 1,
    kind: 'repair',
    spec,
    manifest: {
      ...manifest,
      modelHashes: Object.fromEntries([[original.files.id, original.hash], ...hashes]),
    },
    original: {
      id: original.files.id,
      inputSize: [...facts.inputSize],
      classes: [...(spec.repair.classes ?? Array.from({ length: facts.classes }).keys())],
      parameters: facts.parameters,
      hash: original.hash,
      linearHead: facts.linearHead,
    },
    sets: { train: set('train'), validation: set('validation'), test: set('test') },
    repaired: trainings.map(repairedRow),
    heldOut: evaluation?.heldOut ?? null,
    trainedOn: evaluation?.trainedOn ?? null,
    attacks: evaluation?.attacks ?? null,
    distances: evaluation?.distances ?? null,
    distanceValues: evaluation?.distanceValues ?? null,
  };
}
