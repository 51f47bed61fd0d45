import { expose } from 'comlink';
import type { AttackResult } from '../protocol/attack-result.ts';
import type { SweepResult } from '../protocol/result.ts';
import { aggregate, type Aggregate, type AggregateInput } from '../run/aggregate.ts';
import { cellsCsv } from '../run/export/cells-csv.ts';
import { imagesCsv, type ClassifiedImages } from '../run/export/images-csv.ts';
import { resultJson } from '../run/export/result-json.ts';
import { reportFormats, type ReportFormat } from '../run/report/report-format.ts';
import { writeReport } from '../run/report/write-report.ts';
import type { AnyResult } from '../run/result-file/parse-result.ts';
import { Predictions, type PredictionsData } from '../run/predictions.ts';
import { holdAliveLock } from './alive-lock.ts';
import type { WorkerGreeting } from './worker-greeting.ts';

/** What {@link imagesCsv} takes, as plain data. */
export interface ClonedImages extends Omit<ClassifiedImages, 'predictions'> {
  readonly predictions: PredictionsData;
}

/** Computes and writes what a run leads to; not a lane, nothing is classified here. */
export interface ResultsApi {
  aggregate(input: AggregateInput): Promise<Aggregate>;
  resultJson(result: SweepResult | AttackResult): Promise<Blob>;
  cellsCsv(result: Pick<SweepResult, 'cells'>): Promise<Blob>;
  imagesCsv(images: ClonedImages): Promise<Blob>;
  report(results: readonly AnyResult[], format: ReportFormat): Promise<Blob>;
}

const csv = (lines: Iterable<string>): Promise<Blob> =>
  Promise.resolve(new Blob([...lines], { type: 'text/csv' }));

const api: ResultsApi = {
  aggregate,
  resultJson: (result) =>
    Promise.resolve(new Blob([resultJson(result)], { type: 'application/json' })),
  cellsCsv: (result) => csv(cellsCsv(result)),
  imagesCsv: ({ predictions, ...images }) =>
    csv(imagesCsv({ ...images, predictions: new Predictions(predictions) })),
  report: (results, format) => {
    const { type } = reportFormats[format];
    return Promise.resolve(new Blob([writeReport(results, { format })], { type }));
  },
};

const aliveLock = await holdAliveLock('results');
expose(api);
const greeting: WorkerGreeting = { worker: 'ready', aliveLock };
postMessage(greeting);
