import { bootstrapTotals } from '../../../src/core/bootstrap.ts';
import { criticalCount } from '../../../src/core/critical-count.ts';
import { accuracyInterval, sumWrong } from '../../../src/core/intervals.ts';
import { philox4x32 } from '../../../src/core/philox.ts';
import { pixelIndex, pixelIndexInterval } from '../../../src/core/pixel-index.ts';
import { rankModels } from '../../../src/core/ranking.ts';
import { centredRegion } from '../../../src/core/region.ts';

export interface SimulatedSpec {
  readonly seed: number;
  readonly draws: number;
  readonly eligibility: 'common' | 'own' | 'all';
  readonly grid: {
    readonly counts: readonly number[];
    readonly values: readonly ('replace' | { readonly offset: number })[];
    readonly regions: readonly number[];
  };
}

export interface SimulatedModel {
  readonly id: string;
  readonly inputSize: readonly [number, number, number];
  /** Error fraction added by each doubling of the count. */
  readonly slope: number;
}

function chance(...words: [number, number, number, number]): number {
  return philox4x32(words, [99, 0])[0] / 2 ** 32;
}

/**
 * A sweep over invented predictions: the lines of its images.csv, and the statistics that the
 * numerics give for it in the shape of result.json.
 */
export function simulateSweep(spec: SimulatedSpec, models: readonly SimulatedModel[], n: number) {
  const { seed, draws, eligibility, grid } = spec;
  const lines = ['image,label,model,count,value,region,draw,predicted'];
  const cleanRight = models.map((_, m) =>
    Array.from({ length: n }, (__, image) => chance(image, m, 1, 0) > 0.06),
  );
  for (const [m, { id }] of models.entries()) {
    cleanRight[m]?.forEach((right, image) => {
      lines.push(`"sign, ${image}.png",stop,${id},0,,,0,${right ? 'stop' : 'yield'}`);
    });
  }
  const eligible = models.map((_, m) =>
    Uint8Array.from({ length: n }, (__, image) => {
      if (eligibility === 'all') return 1;
      const judges = eligibility === 'own' ? [cleanRight[m]] : cleanRight;
      return judges.every((right) => right?.[image]) ? 1 : 0;
    }),
  );

  const settings = grid.values.flatMap((value) =>
    grid.regions.map((region) => ({ value, region })),
  );
  const wrongAt = (m: number, s: number, c: number) => {
    const { id = '', slope = 0 } = models[m] ?? {};
    const { value, region } = settings[s] ?? { value: 'replace', region: 1 };
    const name = value === 'replace' ? value : `offset:${value.offset}`;
    const strength = slope * Math.log2(2 * (grid.counts[c] ?? 1)) * (value === 'replace' ? 1 : 0.5);
    return Uint16Array.from({ length: n }, (_, image) => {
      if (eligible[m]?.[image] !== 1) return 0;
      let wrong = 0;
      for (let draw = 0; draw < draws; draw += 1) {
        const fragile = chance(image, m, s, 7) < 0.2 ? 3 : 0.5;
        const isWrong = chance(image, m * 100 + c, s, 1000 + draw) < strength * fragile;
        wrong += isWrong ? 1 : 0;
        const predicted = isWrong ? 'yield' : 'stop';
        lines.push(
          `"sign, ${image}.png",stop,${id},${grid.counts[c]},${name},${region},${draw},${predicted}`,
        );
      }
      return wrong;
    });
  };

  const rows = models.flatMap((model, m) =>
    settings.map((setting, s) => {
      const all = grid.counts.map((_, c) => wrongAt(m, s, c));
      const columns = all.map((column) => column.filter((__, image) => eligible[m]?.[image] === 1));
      return { model, setting, m, all, columns };
    }),
  );
  const judged = rows.map(({ model, setting, columns }) => {
    const images = columns[0]?.length ?? 0;
    const [totals = []] = images > 0 ? bootstrapTotals([columns], { seed }) : [];
    const [height, width] = model.inputSize;
    const region = centredRegion(height, width, setting.region);
    const cells = columns.map((wrong, c) => {
      const count = grid.counts[c] ?? 0;
      const value =
        setting.value === 'replace'
          ? ({ kind: 'replace' } as const)
          : ({ kind: 'offset', magnitude: setting.value.offset } as const);
      const cell = { count, height, width, value, regionArea: region.height * region.width };
      const total = totals[c];
      const interval = accuracyInterval({ wrong, draws, ...(total && { totals: total }) });
      const pi = pixelIndex({ ...cell, wrong: sumWrong(wrong), eligible: images * draws });
      const hidden = eligibility === 'all';
      return {
        model: model.id,
        count,
        ...setting,
        rect: [region.height, region.width],
        eligible: images,
        wrong: sumWrong(wrong),
        accuracy: images === 0 ? null : 1 - sumWrong(wrong) / (images * draws),
        interval,
        pi: hidden ? null : pi,
        piInterval: hidden ? null : pixelIndexInterval(interval, cell),
        meanAbsDelta: 80,
      };
    });
    const px5 = criticalCount({
      counts: grid.counts,
      wrong: columns.map(sumWrong),
      trials: images * draws,
      totals,
    });
    const summary = { model: model.id, ...setting, px5: eligibility === 'all' ? null : px5 };
    return { cells, summary };
  });
  const ranked = models.map(({ id, inputSize }, m) => ({
    id,
    inputSize: inputSize.join('x'),
    wrong: rows.find((row) => row.m === m)?.all.at(-1) ?? new Uint16Array(n),
    eligible: eligible[m] ?? new Uint8Array(n),
  }));
  const perModel = <T>(of: (m: number) => T) =>
    Object.fromEntries(models.map(({ id }, m) => [id, of(m)]));
  const result = {
    spec: { ...spec, images: { source: 'roadside', split: 'test', count: n } },
    models: models.map(({ id, inputSize }) => ({ id, inputSize })),
    clean: perModel((m) => ({ images: n, correct: cleanRight[m]?.filter(Boolean).length })),
    eligible: perModel((m) => eligible[m]?.filter((each) => each === 1).length),
    cells: judged.flatMap(({ cells }) => cells),
    summary: judged.map(({ summary }) => summary),
    ranking: rankModels(ranked, spec),
  };
  return { lines, result };
}
