import { describe, expect, test } from 'vitest';
import type { Spec } from '../../../../../src/protocol/spec.ts';
import { presetSpec } from '../../../../../src/state/experiment/presets.ts';
import { nearestCount } from '../../../../../src/panels/measure/answer/curve/active-count.ts';
import { curveAxes } from '../../../../../src/panels/measure/answer/curve/curve-axes.ts';
import {
  cellAt,
  curvePanels,
  placeOf,
} from '../../../../../src/panels/measure/answer/curve/curve-panels.ts';
import {
  estimatesOfResult,
  estimatesOfTallies,
} from '../../../../../src/panels/measure/answer/curve/estimate.ts';
import { figureCaption } from '../../../../../src/panels/measure/answer/curve/figure-caption.ts';
import { panelLines } from '../../../../../src/panels/measure/answer/curve/panel-lines.ts';
import { constructSweep } from '../../../../support/constructed-sweep.ts';

const nothingHeld = { value: null, region: null };
const nameOf = (id: string) => id.toUpperCase();

const twoWays: Spec['grid'] = {
  counts: [4, 16],
  values: ['replace', { offset: 40 }],
  regions: [1, 0.5],
};

async function swept(changes: Partial<Spec> = {}) {
  return constructSweep({
    images: 40,
    models: [
      { id: 'vgg', wrongAt: ({ count }) => Math.min(40, count) },
      { id: 'mine', wrongAt: () => 0 },
    ],
    changes,
  });
}

describe('panels', () => {
  test('one value and one region make one panel with a line a model', async () => {
    const result = await swept();
    const lines = panelLines(result.spec.grid, 'value', nothingHeld);
    const panels = curvePanels(estimatesOfResult(result), 'accuracy', result.spec, lines);
    expect(panels).toHaveLength(1);
    expect(panels[0]?.heading).toBeNull();
    expect(panels[0]?.series.map(({ name }) => name)).toEqual(['VGG', 'mine']);
    expect(panels[0]?.series[0]?.points.get(16)).toMatchObject({
      y: 60,
      text: '60.0\u00a0%',
      note: '16 of 40 eligible images wrong, seed 7',
    });
  });

  test('a model keeps its colour and marker whichever others are chosen', async () => {
    const alone = await swept();
    const spec = presetSpec('count');
    const lines = panelLines(spec.grid, 'value', nothingHeld);
    const all = curvePanels([], 'accuracy', spec, lines)[0]?.series;
    const few = curvePanels([], 'accuracy', alone.spec, lines)[0]?.series;
    expect(few?.[0]?.style).toEqual(all?.find(({ id }) => id === 'vgg')?.style);
    expect(all?.map(({ style }) => style)).not.toContainEqual(few?.[1]?.style);
  });

  test('several values make a panel a model with a line a value, weakest first', async () => {
    const values: Spec['grid']['values'] = ['replace', { offset: 127 }, { offset: 10 }];
    const { spec } = await swept({ grid: { counts: [4], values, regions: [1] } });
    const lines = panelLines(spec.grid, 'region', nothingHeld);
    const panels = curvePanels([], 'accuracy', spec, lines);
    expect(panels.map(({ heading }) => heading?.name)).toEqual(['VGG', 'mine']);
    expect(panels[0]?.series.map(({ name }) => name)).toEqual(['±10', '±127', 'random']);
  });

  test('several values and regions draw one and hold the other, as chosen', () => {
    const byValue = panelLines(twoWays, 'value', { value: null, region: 0.5 });
    expect(byValue.settings.map(({ value, region }) => [value, region])).toEqual([
      [{ offset: 40 }, 0.5],
      ['replace', 0.5],
    ]);
    const byRegion = panelLines(twoWays, 'region', { value: { offset: 40 }, region: null });
    expect(byRegion.settings.map(({ name }) => name)).toEqual(['50\u00a0% side', 'whole']);
    expect(byRegion.settings.every(({ value }) => value !== 'replace')).toBe(true);
  });

  test('a setting that the grid does not have is not held', () => {
    const { settings } = panelLines(twoWays, 'value', { value: null, region: 0.9 });
    expect(settings.map(({ region }) => region)).toEqual([1, 1]);
  });

  test('every point leads to its cell and back', async () => {
    const { spec } = await swept({ grid: twoWays });
    const lines = panelLines(spec.grid, 'value', nothingHeld);
    for (const panel of curvePanels([], 'accuracy', spec, lines)) {
      for (const { id } of panel.series) {
        const place = { panel: panel.id, series: id, x: 16 };
        const cell = cellAt(place, lines);
        expect(cell).toMatchObject({ model: panel.id, count: 16, region: 1 });
        expect(placeOf(cell, lines)).toEqual(place);
      }
    }
    const elsewhere = { model: 'vgg', count: 16, value: 'replace', region: 0.5 } as const;
    expect(placeOf(elsewhere, lines)).toBeNull();
  });
});

describe('measures', () => {
  async function point(measure: 'accuracy' | 'wrong' | 'pi', changes: Partial<Spec> = {}) {
    const result = await swept(changes);
    const lines = panelLines(result.spec.grid, 'value', nothingHeld);
    const panels = curvePanels(estimatesOfResult(result), measure, result.spec, lines);
    const cell = result.cells.find(({ model, count }) => model === 'vgg' && count === 16);
    return { point: panels[0]?.series[0]?.points.get(16), cell };
  }

  test('wrong images are the rest, with the interval turned around', async () => {
    const { point: wrong, cell } = await point('wrong');
    expect(wrong).toMatchObject({ y: 40, text: '40.0\u00a0%' });
    expect(wrong?.interval?.[0]).toBeCloseTo(100 * (1 - (cell?.interval?.[1] ?? 0)), 10);
    expect(wrong?.interval?.[1]).toBeCloseTo(100 * (1 - (cell?.interval?.[0] ?? 0)), 10);
  });

  test('Pi and its interval are those of the result', async () => {
    const { point: pi, cell } = await point('pi');
    expect(pi?.y).toBe(cell?.pi);
    expect(pi?.interval).toEqual(cell?.piInterval);
  });

  test('where every image counts there is no Pi', async () => {
    expect((await point('pi', { eligibility: 'all' })).point).toBeUndefined();
  });

  test('with several draws the note tells classifications from images', async () => {
    const { point: several } = await point('accuracy', { draws: 2 });
    expect(several?.note).toBe(
      '32 of 80 classifications (40 eligible images, 2 draws) wrong, seed 7',
    );
  });

  test('a run that goes on shows the same Pi interval as its end', () => {
    const [estimate] = estimatesOfTallies([
      {
        model: 'vgg',
        cell: 0,
        count: 4,
        value: 'replace',
        region: 1,
        images: 50,
        classified: 50,
        wrong: 10,
        accuracy: 0.8,
        interval: [0.6, 0.9],
        pi: 204.8,
      },
    ]);
    expect(estimate?.piInterval?.[0]).toBeCloseTo(102.4, 6);
    expect(estimate?.piInterval?.[1]).toBeCloseTo(409.6, 6);
  });
});

describe('axes', () => {
  const spec = presetSpec('magnitude');

  test('depend on the experiment alone', async () => {
    const { y } = curveAxes(spec, 'pi', 'full', [[64, 64]]);
    const result = await constructSweep({
      images: 500,
      models: [{ id: 'vgg', wrongAt: () => 500 }],
      changes: { grid: spec.grid },
    });
    const largest = Math.max(...result.cells.map(({ pi }) => pi ?? 0));
    expect(y.domain[1]).toBeGreaterThanOrEqual(largest);
  });

  test('the close axis of Pi reaches to a tenth wrong', () => {
    const top = (scale: 'close' | 'full') => curveAxes(spec, 'pi', scale, [[64, 64]]).y.domain[1];
    expect(top('full') / top('close')).toBeCloseTo(10, 6);
  });

  test('have a tick a count', () => {
    const counts = [3, 9, 27];
    const { x } = curveAxes({ ...spec, grid: { ...spec.grid, counts } }, 'accuracy', 'close', []);
    expect(x.ticks.map(({ at }) => at)).toEqual(counts);
  });

  test('name their denominator', () => {
    const all = curveAxes({ ...spec, eligibility: 'all' }, 'wrong', 'full', []);
    expect(all.y.title).toBe('Misclassified, % of all images');
  });
});

test('the count shown is the nearest measured one in doublings', () => {
  expect(nearestCount([1, 2, 4, 8, 16], 8)).toBe(8);
  expect(nearestCount([5], 8)).toBe(5);
  expect(nearestCount([1, 100], 8)).toBe(1);
  expect(nearestCount([1, 100], 20)).toBe(100);
});

test('the caption of a saved figure has sentence, denominator, seed and day', async () => {
  const result = await swept({ grid: twoWays });
  const shown = { spec: result.spec, estimates: estimatesOfResult(result), result };
  const lines = panelLines(result.spec.grid, 'region', { value: { offset: 40 }, region: null });
  const [first, second] = figureCaption(shown, lines, nameOf, new Date());
  expect(first).toMatch(/^Change 4 and 16 pixels .* seed 7\. Drawn here: magnitude ±40\.$/);
  expect(second).toMatch(/^n = 40 eligible images\. .* Pixelproof, 1 January 1970\.$/);
});

test('the caption says that a run is not complete', async () => {
  const result = await swept();
  const shown = { spec: result.spec, estimates: estimatesOfResult(result), result: null };
  const lines = panelLines(result.spec.grid, 'value', nothingHeld);
  expect(figureCaption(shown, lines, nameOf, new Date(0))[1]).toContain('not complete');
});
