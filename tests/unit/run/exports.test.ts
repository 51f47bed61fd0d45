import { describe, expect, it } from 'vitest';
import type { CellResult } from '../../../src/protocol/result.ts';
import { parseSpec } from '../../../src/protocol/parse-spec.ts';
import { cellsCsv } from '../../../src/run/export/cells-csv.ts';
import { imagesCsv } from '../../../src/run/export/images-csv.ts';
import { planSweep } from '../../../src/run/plan.ts';
import { Predictions } from '../../../src/run/predictions.ts';

const file = (name: string) => ({
  kind: 'file' as const,
  name,
  content: name,
  sha256: '0'.repeat(64),
});

function record() {
  const spec = parseSpec({
    version: 1,
    seed: 1,
    draws: 2,
    models: ['net'],
    images: { source: 'folder', path: 'x' },
    grid: { counts: [3], values: [{ offset: 40 }], regions: [0.5] },
  });
  const plan = planSweep(spec, 2, [{ id: 'net', inputSize: [8, 8, 3], classes: 20 }]);
  const predictions = Predictions.empty(plan);
  const images = {
    refs: [file('stop/a, "b".png'), file('yield/c.png')],
    labels: Uint16Array.of(4, 17),
    classNames: [],
    hash: '',
  };
  return { spec, plan, images, models: [], predictions };
}

const answer = (predicted: number[]) => ({
  predicted: Uint16Array.from(predicted),
  absDelta: new Uint32Array(predicted.length),
  margins: null,
  seconds: 0,
});

describe('images.csv', () => {
  it('has a line a classification, with count 0 for the unchanged image, and quotes names', () => {
    const sweep = record();
    const images = Uint32Array.of(0, 1);
    sweep.predictions.store({ model: 0, cell: null, draw: 0, images }, answer([4, 16]));
    sweep.predictions.store({ model: 0, cell: 0, draw: 1, images: Uint32Array.of(0) }, answer([9]));
    expect([...imagesCsv(sweep)].join('')).toBe(
      [
        'image,label,model,count,value,region,draw,predicted',
        '"stop/a, ""b"".png",4,net,0,offset:40,0.5,0,4',
        '"stop/a, ""b"".png",4,net,3,offset:40,0.5,1,9',
        'yield/c.png,17,net,0,offset:40,0.5,0,16',
        '',
      ].join('\n'),
    );
  });
});

describe('cells.csv', () => {
  const cell: CellResult = {
    model: 'net',
    count: 3,
    value: { offset: 40 },
    region: 0.5,
    rect: [4, 4],
    eligible: 3,
    wrong: 1,
    accuracy: 2 / 3,
    interval: [0.1, 0.9],
    pi: null,
    piInterval: null,
    meanAbsDelta: 20.25,
  };

  it('has the cells in full precision, pairs in two columns, and nothing where there is no number', () => {
    expect([...cellsCsv({ cells: [cell] })]).toEqual([
      'model,count,value,region,rectHeight,rectWidth,eligible,wrong,accuracy,' +
        'intervalLow,intervalHigh,pi,piIntervalLow,piIntervalHigh,meanAbsDelta\n',
      'net,3,offset:40,0.5,4,4,3,1,0.6666666666666666,0.1,0.9,,,,20.25\n',
    ]);
  });
});
