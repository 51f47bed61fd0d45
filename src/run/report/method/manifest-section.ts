import type { AnyResult } from '../../result-file/parse-result.ts';
import type { ReportTable, TableCell } from '../document.ts';
import { integer, oneDecimal } from '../../number-text.ts';
import { timeText } from '../../day-text.ts';

function row(name: string, value: string, ...more: string[]): TableCell[] {
  return [[name], [value, ...more]];
}

function imageRows(result: AnyResult): TableCell[][] {
  if (!('sets' in result)) return [row('Image set, SHA-256', result.manifest.imageSetHash || '–')];
  return (['train', 'validation', 'test'] as const).map((name) => {
    const { images, hash } = result.sets[name];
    const noun = { train: 'Training', validation: 'Validation', test: 'Test' }[name];
    return row(`${noun} images, SHA-256`, hash || '–', `${integer(images)} images`);
  });
}

/** What computed a result, when, on what: its manifest in full. */
export function manifestTable(result: AnyResult, prefix: string): ReportTable {
  const { manifest, spec } = result;
  const { versions, modelHashes } = manifest;
  return {
    kind: 'table',
    id: `${prefix}manifest`,
    caption: 'What computed the result.',
    columns: [
      { head: 'Item', align: 'start' },
      { head: 'Value', align: 'start' },
    ],
    rows: [
      ...Object.entries(versions).map(([name, version]) => row(`Version of ${name}`, version)),
      row('Backend', manifest.backend),
      row('Lanes', String(manifest.lanes)),
      row('Seed', String(spec.seed)),
      row('Draws an image', String(spec.draws)),
      row('Start', timeText(manifest.start)),
      row('Seconds', oneDecimal(manifest.seconds)),
      ...('imagesPerSecond' in manifest
        ? [row('Images a second', oneDecimal(manifest.imagesPerSecond))]
        : []),
      row('Complete', manifest.complete ? 'yes' : 'no: the numbers cover what was finished'),
      ...imageRows(result),
      ...Object.entries(modelHashes).map(([id, hash]) => row(`${id}, SHA-256`, hash)),
    ],
    notes: [],
  };
}
