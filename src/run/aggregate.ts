import { criticalCount } from '../core/critical-count.ts';
import { accuracyInterval, sumWrong } from '../core/intervals.ts';
import { pixelIndex, pixelIndexInterval } from '../core/pixel-index.ts';
import { rankingSteps } from '../core/ranking.ts';
import type { CellResult, SweepResult } from '../protocol/result.ts';
import type { Spec, SpecPixelValue } from '../protocol/spec.ts';
import { outcomeSteps, sharedImages, wrongOn, type CellOutcomes } from './cell-outcomes.ts';
import { measureOf } from './labels.ts';
import { corePixelValue, samePixelValue } from './pixel-values.ts';
import type { Cell, SweepPlan } from './plan.ts';
import { NOT_DONE, type PredictionsData } from './predictions.ts';
import { resampleRows } from './resampling.ts';
import { mapInSlices, runInSlices } from './yielding.ts';

/** What the numbers of a result follow from; plain data. */
export interface AggregateInput {
  readonly spec: Spec;
  readonly plan: SweepPlan;
  /** Class index of each image. */
  readonly labels: Uint16Array;
  readonly predictions: PredictionsData;
}

export type Aggregate = Pick<SweepResult, 'clean' | 'eligible' | 'cells' | 'summary' | 'ranking'>;

/** One model, value and region: the cells that differ in their count only, by ascending count. */
interface Row {
  readonly model: number;
  readonly value: SpecPixelValue;
  readonly region: number;
  readonly cells: readonly Cell[];
  readonly outcomes: readonly CellOutcomes[];
  /** Images that all cells of the row cover. */
  readonly images: Uint32Array;
}

function rowsOf(spec: Spec, plan: SweepPlan, outcomes: readonly CellOutcomes[][]): Row[] {
  return outcomes.flatMap((ofModel, model) =>
    spec.grid.values.flatMap((value) =>
      spec.grid.regions.map((region) => {
        const cells = plan.cells
          .filter((cell) => cell.region === region && samePixelValue(cell.value, value))
          .sort((a, b) => a.count - b.count);
        const ofRow = cells.flatMap(({ index }) => ofModel[index] ?? []);
        return { model, value, region, cells, outcomes: ofRow, images: sharedImages(ofRow) };
      }),
    ),
  );
}

function cellResult(
  { spec, plan }: AggregateInput,
  outcomes: CellOutcomes,
  totals: Uint32Array | undefined,
): CellResult {
  const model = plan.models[outcomes.model];
  const cell = plan.cells[outcomes.cell];
  const rect = model?.rects[outcomes.cell];
  if (!model || !cell || !rect) throw new RangeError('outcomes of another run');
  const eligible = outcomes.images.length;
  const trials = eligible * spec.draws;
  const wrong = sumWrong(outcomes.wrong);
  const [height, width] = model.inputSize;
  const setting = {
    count: cell.count,
    height,
    width,
    value: corePixelValue(cell.value),
    regionArea: rect.height * rect.width,
  };
  const interval = accuracyInterval({
    wrong: outcomes.wrong,
    draws: spec.draws,
    ...(totals && { totals }),
  });
  const hasPi = spec.eligibility !== 'all';
  return {
    model: model.id,
    count: cell.count,
    value: cell.value,
    region: cell.region,
    rect: [rect.height, rect.width],
    eligible,
    wrong,
    accuracy: trials === 0 ? null : (trials - wrong) / trials,
    interval,
    pi: hasPi ? pixelIndex({ ...setting, wrong, eligible: trials }) : null,
    piInterval: hasPi ? pixelIndexInterval(interval, setting) : null,
    meanAbsDelta: trials === 0 ? null : outcomes.absDelta / (3 * cell.count * trials),
  };
}

/** Bootstrap totals by row, and by cell where several draws need them. */
async function resample(spec: Spec, rows: readonly Row[]) {
  const hasPx = spec.eligibility !== 'all';
  const hasDraws = spec.draws > 1;
  const ofRows = await resampleRows(
    hasPx || hasDraws
      ? rows.map(({ outcomes, images }) => outcomes.map((cell) => wrongOn(cell, images)))
      : [],
    spec.seed,
  );
  const totals = new Map<CellOutcomes, Uint32Array>();
  if (!hasDraws) return { ofRows, totals };
  const apart: CellOutcomes[] = [];
  for (const [at, { outcomes, images }] of rows.entries()) {
    for (const [column, cell] of outcomes.entries()) {
      const ofCell = ofRows[at]?.[column];
      // Cells of an unfinished run may cover more images than their row.
      if (ofCell && cell.images.length === images.length) totals.set(cell, ofCell);
      else apart.push(cell);
    }
  }
  const ofApart = await resampleRows(
    apart.map(({ wrong }) => [wrong]),
    spec.seed,
  );
  for (const [at, cell] of apart.entries()) {
    const ofCell = ofApart[at]?.[0];
    if (ofCell) totals.set(cell, ofCell);
  }
  return { ofRows, totals };
}

function rowSummary(
  { spec, plan }: AggregateInput,
  row: Row,
  totals: readonly Uint32Array[],
): SweepResult['summary'][number] {
  const px5 =
    spec.eligibility === 'all'
      ? null
      : criticalCount({
          counts: row.cells.map(({ count }) => count),
          wrong: row.outcomes.map((cell) => sumWrong(wrongOn(cell, row.images))),
          trials: row.images.length * spec.draws,
          totals,
        });
  return { model: plan.models[row.model]?.id ?? '', value: row.value, region: row.region, px5 };
}

async function ranking(
  { spec, plan, labels }: AggregateInput,
  outcomes: readonly CellOutcomes[][],
): Promise<SweepResult['ranking']> {
  const cell = plan.cells[plan.rankCell];
  if (!cell) throw new RangeError('the plan names no cell to rank at');
  const models = plan.models.map(({ id, inputSize }, model) => {
    const wrong = new Uint16Array(labels.length);
    const eligible = new Uint8Array(labels.length);
    const at = outcomes[model]?.[plan.rankCell];
    for (const [index, image] of (at?.images ?? []).entries()) {
      eligible[image] = 1;
      wrong[image] = at?.wrong[index] ?? 0;
    }
    return { id, inputSize: inputSize.join('×'), wrong, eligible };
  });
  const { count, value, region } = cell;
  const ranked = await runInSlices(rankingSteps(models, spec));
  return { cell: { count, value, region }, ...ranked };
}

/**
 * Everything that a result says about the models, from their predicted classes. Works on a run
 * that is not finished, too: a cell then covers the eligible images of which all draws are done,
 * and a critical count those that all its cells cover. Yields the thread every few milliseconds.
 */
export async function aggregate(input: AggregateInput): Promise<Aggregate> {
  const { spec, plan, labels, predictions } = input;
  const { masks, outcomes } = await runInSlices(outcomeSteps(spec, plan, labels, predictions));
  const rows = rowsOf(spec, plan, outcomes);
  const { ofRows, totals } = await resample(spec, rows);
  const ids = plan.models.map(({ id }) => id);
  const isJudged = measureOf(spec) === 'accuracy';
  const clean = predictions.clean.map((predicted, model) => [
    ids[model] ?? '',
    {
      images: predicted.reduce((sum, each) => sum + (each === NOT_DONE ? 0 : 1), 0),
      correct: isJudged
        ? predicted.reduce((sum, each, image) => sum + (each === labels[image] ? 1 : 0), 0)
        : null,
    },
  ]);
  return {
    clean: Object.fromEntries(clean),
    eligible: Object.fromEntries(
      masks.map((mask, model) => [ids[model] ?? '', mask.reduce((sum, each) => sum + each, 0)]),
    ),
    cells: await mapInSlices(outcomes.flat(), (each) => cellResult(input, each, totals.get(each))),
    summary: await mapInSlices(rows.entries(), ([at, row]) =>
      rowSummary(input, row, ofRows[at] ?? []),
    ),
    ranking: await ranking(input, outcomes),
  };
}
