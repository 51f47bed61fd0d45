import { wrap } from 'comlink';
import type { AttackResult } from '../protocol/attack-result.ts';
import type { ImageRef } from '../protocol/image-ref.ts';
import type { SweepResult } from '../protocol/result.ts';
import { aggregate, type Aggregate, type AggregateInput } from '../run/aggregate.ts';
import { cellsCsv } from '../run/export/cells-csv.ts';
import { imagesCsv } from '../run/export/images-csv.ts';
import { resultJson } from '../run/export/result-json.ts';
import { reportFormats, type ReportFormat } from '../run/report/report-format.ts';
import type { AnyResult } from '../run/result-file/parse-result.ts';
import type { SweepRecord } from '../run/sweep-types.ts';
import { mapInSlices } from '../run/yielding.ts';
import type { ResultsApi } from './results.ts';
import { startedWorker } from './started-worker.ts';

const openResults = (): Worker =>
  new Worker(new URL('./results.ts', import.meta.url), { type: 'module' });

/** Settles even where no worker can be started, or where it is lost on the way: `here` answers then. */
async function apart<T>(
  open: () => Worker,
  there: (api: ResultsApi) => Promise<T>,
  here: () => Promise<T>,
): Promise<T> {
  let worker: Worker | null = null;
  try {
    worker = open();
    const { ended } = await startedWorker(worker);
    const lost = ended.then((why) => Promise.reject(new Error(why)));
    return await Promise.race([there(wrap<ResultsApi>(worker)), lost]);
  } catch {
    return await here();
  } finally {
    worker?.terminate();
  }
}

/** A file of lines, joined in slices on this thread. */
export async function inSlices(lines: Iterable<string>, type: string): Promise<Blob> {
  return new Blob(await mapInSlices(lines, (line) => line), { type });
}

// What a file holds is not needed to name it, and costs time to clone.
const nameOnly = (ref: ImageRef): ImageRef => (ref.kind === 'file' ? { ...ref, content: '' } : ref);

/**
 * The numbers of {@link aggregate}, computed by a worker; in slices on this thread where there is
 * none.
 * @param open starts the worker
 */
export function aggregateApart(input: AggregateInput, open = openResults): Promise<Aggregate> {
  return apart(
    open,
    (api) => api.aggregate(input),
    () => aggregate(input),
  );
}

/** The file result.json, written by a worker where there is one. */
export function resultJsonApart(
  result: SweepResult | AttackResult,
  open = openResults,
): Promise<Blob> {
  return apart(
    open,
    (api) => api.resultJson(result),
    () => inSlices([resultJson(result)], 'application/json'),
  );
}

/** The file cells.csv, written by a worker where there is one. */
export function cellsCsvApart({ cells }: SweepResult, open = openResults): Promise<Blob> {
  return apart(
    open,
    (api) => api.cellsCsv({ cells }),
    () => inSlices(cellsCsv({ cells }), 'text/csv'),
  );
}

/** The file images.csv, written by a worker where there is one. */
export function imagesCsvApart(record: SweepRecord, open = openResults): Promise<Blob> {
  const { plan, predictions, images } = record;
  const { labels } = images;
  const clone = {
    plan,
    images: { refs: images.refs.map(nameOnly), labels },
    predictions: predictions.data,
  };
  return apart(
    open,
    (api) => api.imagesCsv(clone),
    () => inSlices(imagesCsv(record), 'text/csv'),
  );
}

/** A report of one or several results, written by a worker where there is one. */
export function reportApart(
  results: readonly AnyResult[],
  format: ReportFormat,
  open = openResults,
): Promise<Blob> {
  return apart(
    open,
    (api) => api.report(results, format),
    async () => {
      const { writeReport } = await import('../run/report/write-report.ts');
      return inSlices([writeReport(results, { format })], reportFormats[format].type);
    },
  );
}
