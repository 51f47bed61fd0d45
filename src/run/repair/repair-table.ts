import { clopperPearson } from '../../core/clopper-pearson.ts';
import { pairedSteps } from '../../core/paired-test.ts';
import type { CellResult, SweepResult } from '../../protocol/result.ts';
import type { RepairTable } from '../../protocol/repair-result.ts';
import type { Eligibility } from '../../protocol/spec.ts';
import type { AggregateInput } from '../aggregate.ts';
import type { SweepRecord } from '../sweep-types.ts';
import { runInSlices } from '../yielding.ts';
import { compareAnswers, withHolm, type Against } from './against.ts';

type Summary = Pick<SweepResult, 'cells' | 'summary'>;
type CleanRow = RepairTable['clean'][number];
type CellRow = RepairTable['cells'][number];

/** The original is the first model of the run. */
const ORIGINAL = 0;

/** By image: wrong draws of a model at a cell. */
function wrongDraws({ images, predictions }: SweepRecord, model: number, cell: number) {
  const wrong = new Uint16Array(images.labels.length);
  for (let draw = 0; draw < predictions.draws; draw += 1) {
    const predicted = predictions.changed(model, cell, draw);
    for (const [image, label] of images.labels.entries()) {
      if (predicted[image] !== label) wrong[image] = (wrong[image] ?? 0) + 1;
    }
  }
  return wrong;
}

/** By image and draw: whether a model is right at a cell. */
function rightAt({ images, predictions }: SweepRecord, model: number, cell: number): boolean[] {
  return Array.from({ length: predictions.draws }, (_, draw) =>
    Array.from(
      predictions.changed(model, cell, draw),
      (predicted, image) => predicted === images.labels[image],
    ),
  ).flat();
}

function* againstAt(
  record: SweepRecord,
  model: number,
  cell: number,
  seed: number,
): Generator<void, Against> {
  if (model === ORIGINAL) return null;
  const { draws } = record.predictions;
  const counted = compareAnswers(rightAt(record, ORIGINAL, cell), rightAt(record, model, cell));
  if (draws === 1 || counted === null) return counted;
  const eligible = new Uint8Array(record.images.labels.length).fill(1);
  const { p } = yield* pairedSteps(
    { wrong: wrongDraws(record, ORIGINAL, cell), eligible },
    { wrong: wrongDraws(record, model, cell), eligible },
    { draws, seed },
  );
  return { ...counted, p };
}

function cleanRow({ images, plan, predictions }: SweepRecord, model: number): CleanRow {
  const right = (of: number): boolean[] =>
    Array.from(predictions.clean(of), (predicted, image) => predicted === images.labels[image]);
  const own = right(model);
  const correct = own.filter(Boolean).length;
  return {
    model: plan.models[model]?.id ?? '',
    images: own.length,
    correct,
    accuracy: own.length === 0 ? null : correct / own.length,
    interval: own.length === 0 ? null : clopperPearson(correct, own.length),
    against: model === ORIGINAL ? null : compareAnswers(right(ORIGINAL), own),
  };
}

function cellRow(all: CellResult, own: CellResult | undefined, draws: number): CellRow {
  const { model, count, value, region, eligible: images, wrong, accuracy, interval } = all;
  return {
    model,
    count,
    value,
    region,
    images,
    correct: images * draws - wrong,
    accuracy,
    interval,
    against: null,
    eligible: own?.eligible ?? images,
    wrong: own?.wrong ?? wrong,
    pi: own?.pi ?? null,
    piInterval: own?.piInterval ?? null,
  };
}

function* comparedCells(
  record: SweepRecord,
  rows: readonly CellRow[],
  seed: number,
): Generator<void, CellRow[]> {
  const cells = record.plan.cells.length;
  const compared: CellRow[] = [];
  for (const [at, row] of rows.entries()) {
    const against = yield* againstAt(record, Math.floor(at / cells), at % cells, seed);
    compared.push({ ...row, against });
    yield;
  }
  return compared;
}

/**
 * The numbers of one set of images: accuracy over all of them, and what a sweep says over the
 * eligible ones.
 * @param record - a complete run over all images, eligible or not, the original being its first model
 * @param all - its numbers
 * @param eligibility - of the other numbers, which `summarise` computes
 */
export async function repairTable(
  record: SweepRecord,
  all: Summary,
  eligibility: Eligibility,
  summarise: (input: AggregateInput) => Promise<Summary>,
): Promise<RepairTable> {
  const { spec, plan, images, predictions } = record;
  const input = { plan, labels: images.labels, predictions: predictions.data };
  const own =
    eligibility === 'all' ? all : await summarise({ ...input, spec: { ...spec, eligibility } });
  const rows = all.cells.map((cell, at) => cellRow(cell, own.cells[at], spec.draws));
  const cells = await runInSlices(comparedCells(record, rows, spec.seed));
  const clean = plan.models.map((_, model) => cleanRow(record, model));
  // One family: unchanged images and all cells.
  const judged = withHolm([...clean, ...cells].map(({ against }) => ({ against })));
  return {
    images: images.labels.length,
    draws: spec.draws,
    imageSetHash: images.hash,
    clean: clean.map((row, at) => ({ ...row, against: judged[at]?.against ?? null })),
    cells: cells.map((row, at) => ({
      ...row,
      against: judged[clean.length + at]?.against ?? null,
    })),
    px5: own.summary.map(({ model, value, region, px5 }) => ({ model, value, region, px5 })),
  };
}
