import { describe, expect, it } from 'vitest';
import { composeReport } from '../../../../src/run/report/compose-report.ts';
import type { ReportTable } from '../../../../src/run/report/document.ts';
import type { AnyResult } from '../../../../src/run/result-file/parse-result.ts';
import { presetSpec, type PresetName } from '../../../../src/state/experiment/presets.ts';
import { constructSweep } from '../../../support/constructed-sweep.ts';
import { fgsmAttack, fullRepair } from '../../../support/report-results.ts';

const models = [
  { id: 'resnet', wrongAt: () => 1 },
  { id: 'alexnet', wrongAt: ({ count }: { count: number }) => Math.ceil(count / 8) },
];

const sweepOf = (preset: PresetName): Promise<AnyResult> =>
  constructSweep({ models, images: 80, changes: { grid: presetSpec(preset).grid } });

function tableOf(result: AnyResult, id: string): ReportTable {
  for (const chapter of composeReport([result]).chapters) {
    for (const { blocks } of chapter.sections) {
      for (const block of blocks) if (block.kind === 'table' && block.id === id) return block;
    }
  }
  throw new Error(`no table ${id}`);
}

const heads = ({ columns }: ReportTable) => columns.map(({ head }) => head);
const names = ({ rows }: ReportTable) => rows.map(([name]) => name?.[0]);

describe('each experiment of the paper has a table with models in rows', () => {
  it.each([
    ['count', 'wrong-count-replace-1', ['1', '2', '4', '8', '16', '32', '64']],
    ['magnitude', 'wrong-value-64-1', ['±10', '±40', '±70', '±100', '±127']],
    ['area', 'wrong-region-64-replace', ['100 %', '90 %', '75 %', '50 %', '25 %']],
  ] as const)('and the %s in columns', async (preset, id, columns) => {
    const table = tableOf(await sweepOf(preset), id);
    expect(heads(table)).toEqual(['Model', ...columns]);
    expect(names(table)).toEqual(['ResNet', 'AlexNet']);
  });

  it('and what Pi is made of in columns', async () => {
    const table = tableOf(await sweepOf('pi'), 'index');
    expect(heads(table)).toEqual(['Model', 'Pixels', 'p, %', 'r', 'a', 'w, %', 'Pi']);
    expect(names(table)).toEqual(['ResNet', 'AlexNet']);
    for (const [, ...cells] of table.rows) {
      const [, p = 0, r = 0, a = 0, w = 0, pi = 0] = cells.map(([text]) => Number(text));
      // The share is printed with one decimal.
      expect(Math.abs(pi - w / (p * r * a))).toBeLessThan(0.06 / (p * r * a));
      expect(pi).toBeGreaterThan(0);
    }
  });

  it('and the random pixels that restore FGSM examples in columns', () => {
    const table = tableOf(fgsmAttack(), 'restored-8-count-replace-1');
    expect(heads(table)).toEqual(['Model', '1', '8', '64']);
    expect(names(table)).toEqual(['ResNet', 'AlexNet']);
  });

  it('or the training counts of a repair, and its test counts in columns', () => {
    const table = tableOf(fullRepair(), 'held-out-right');
    expect(heads(table)).toEqual(['Model', 'unchanged', '4', '64']);
    expect(names(table)).toEqual(['Original', 'Repaired at 4', 'Repaired at 64']);
  });

  it('or the training counts of a repair, and FGSM in a column', () => {
    const table = tableOf(fullRepair(), 'attack-fooled');
    expect(heads(table).slice(0, 2)).toEqual(['Model', 'FGSM, ε\u00a04, made afresh']);
    expect(names(table)).toEqual(['Original', 'Repaired at 4', 'Repaired at 64']);
  });
});
