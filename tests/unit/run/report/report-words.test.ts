import { describe, expect, it } from 'vitest';
import type { AnyResult } from '../../../../src/run/result-file/parse-result.ts';
import { writeReport } from '../../../../src/run/report/write-report.ts';
import { constructRepair } from '../../../support/constructed-repair.ts';
import { constructSweep } from '../../../support/constructed-sweep.ts';
import { sweepWithSettings } from '../../../support/report-results.ts';

const markdown = (...results: AnyResult[]) => writeReport(results, { format: 'markdown' });
const manifest = { complete: false } as const;

describe('a report of a run that was cancelled', () => {
  it('says so in a sentence', async () => {
    const sweep = await sweepWithSettings();
    const cut = { ...sweep, manifest: { ...sweep.manifest, ...manifest } };
    expect(markdown(cut)).toContain(
      'This run is not complete. The numbers cover what was finished.',
    );
    expect(markdown(cut, sweep)).toMatch(/One run is not complete: .+\. The numbers cover/);
    expect(markdown(cut, cut)).toMatch(/2 runs are not complete: .+; .+\. The numbers cover/);
  });

  it('gives no rank where nothing was measured, and says why pairs are not compared', async () => {
    const cut = await constructSweep({
      images: 40,
      complete: false,
      models: ['resnet', 'vgg', 'alexnet'].map((id) => ({
        id,
        wrongAt: () => 0,
        doneAt: ({ count }) => (count === 1 ? 40 : 0),
      })),
    });
    const text = markdown(cut);
    expect(text).toContain(
      '3 of 3 pairs are not compared, as the run ended before both models were measured on the same images with 64 changed pixels.',
    );
    expect(text).toMatch(/\| ResNet +\| +– \|/);
    // The finding, and the sentence to cite.
    expect(
      text.match(/So far, not one image of any model goes wrong with 1 changed pixel\./g),
    ).toHaveLength(2);
    expect(text).not.toContain('up to 64 changed pixels');
  });
});

describe('a report', () => {
  it('of a single cell has no figures and no heading for them', async () => {
    const models = [{ id: 'vgg', wrongAt: () => 4 }];
    const grid = { counts: [4], values: ['replace' as const], regions: [1] };
    const single = await constructSweep({ images: 40, models, changes: { grid } });
    const several = await constructSweep({ images: 40, models });
    expect(writeReport([single], { format: 'html' })).not.toMatch(/<h\d[^>]*>Figures</);
    expect(writeReport([several], { format: 'html' })).toMatch(/<h\d[^>]*>Figures</);
  });

  it('writes large numbers of its manifest with separators', async () => {
    const sweep = await sweepWithSettings();
    const fast = { ...sweep.manifest, imagesPerSecond: 1353.68, seconds: 4321.04 };
    const text = markdown({ ...sweep, manifest: fast });
    expect(text).toMatch(/Images a second +\| 1,353\.7/);
    expect(text).toMatch(/Seconds +\| 4,321\.0/);
  });
});

describe('a report of a repair', () => {
  const repairOf = (counts: readonly number[], epochs: number) => {
    const repair = constructRepair({
      images: 40,
      counts,
      clean: 40,
      right: () => 36,
      models: [{ count: 4, clean: [0, 0], at: () => [1, 0] }],
      repair: { epochs },
    });
    const { heldOut } = repair;
    if (heldOut === null) throw new Error('the constructed repair has held-out images');
    const px5 = ['resnet', 'resnet-repaired-4'].map((model) => ({
      model,
      value: 'replace' as const,
      region: 1,
      px5: { count: null, interval: null, censored: 'above' as const },
    }));
    return { ...repair, heldOut: { ...heldOut, px5 } };
  };

  it('counts one epoch as one', () => {
    expect(markdown(repairOf([4], 1))).toContain('free, 1 epoch of');
    expect(markdown(repairOf([4], 20))).toContain('free, 20 epochs of');
  });

  it('has PX5 where several counts can bracket it', () => {
    expect(markdown(repairOf([4, 64], 20))).toContain('over 64');
    const single = markdown(repairOf([4], 20));
    expect(single).not.toContain('over 4');
    expect(single).not.toContain('PX5, pixels');
    expect(single).toContain('Pixel-index Pi on the eligible held-out images');
  });
});
