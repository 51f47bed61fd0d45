import { ends, resampledTotals } from './bootstrap.mjs';
import { crossing, exactInterval, holmAdjusted, mcnemar, signFlip } from './statistics.mjs';

const sum = (values) => values.reduce((total, each) => total + each, 0);
const settingName = ({ value, region }) => `${JSON.stringify(value)} ${region}`;

function eligibleImages(spec, models, table) {
  const right = new Map(
    models.map(({ id }) => {
      const { done, wrong } = table.clean(id);
      return [id, new Set([...done.keys()].filter((at) => done[at] === 1 && wrong[at] === 0))];
    }),
  );
  const all = [...table.images.values()];
  const judged = {
    all: (id, at) => table.clean(id).done[at] === 1,
    own: (id, at) => right.get(id).has(at),
    common: (_, at) => models.every((model) => right.get(model.id).has(at)),
  }[spec.eligibility];
  return new Map(models.map(({ id }) => [id, all.filter((at) => judged(id, at))]));
}

/** Wrong draws of the images of a cell whose draws are all there. */
function finishedColumn(table, model, setting, eligible, draws) {
  const { done, wrong } = table.cell(model, setting);
  const images = eligible.filter((at) => done[at] === draws);
  return { setting, model, images, wrong: Uint16Array.from(images, (at) => wrong[at]) };
}

/** The columns of one model, value and region, cut down to the images that all of them have. */
function sharedColumns(row) {
  const places = row.map(({ images }) => new Map(images.map((image, at) => [image, at])));
  const shared = row[0].images.filter((image) => places.every((place) => place.has(image)));
  if (row.every(({ images }) => images.length === shared.length)) return row;
  return row.map((column, at) => ({
    ...column,
    images: shared,
    wrong: Uint16Array.from(shared, (image) => column.wrong[places[at].get(image)]),
  }));
}

function cellOf(column, totals, inputSize, { draws, eligibility }) {
  const { model, setting, wrong } = column;
  const [height, width] = inputSize;
  const rect = [height, width].map((side) => Math.round(side * setting.region));
  const images = wrong.length;
  const trials = images * draws;
  const wrongs = sum(wrong);
  const cell = { model, ...setting, rect, eligible: images, wrong: wrongs };
  const none = { accuracy: null, interval: null, pi: null, piInterval: null };
  if (images === 0) return { ...cell, ...none };
  let interval;
  if (draws === 1 || wrong.every((each) => each === wrong[0])) {
    interval = exactInterval((trials - wrongs) / draws, images);
  } else {
    const [low, high] = ends(totals.get(wrong));
    interval = [1 - high / trials, 1 - low / trials];
  }
  const judged = { ...cell, accuracy: 1 - wrongs / trials, interval };
  if (eligibility === 'all') return { ...judged, pi: null, piInterval: null };
  const range = setting.value === 'replace' ? 255 : 2 * setting.value.offset;
  const scale =
    (height * width * height * width * 255) / (setting.count * rect[0] * rect[1] * range);
  return {
    ...judged,
    pi: (wrongs / trials) * scale,
    piInterval: [(1 - interval[1]) * scale, (1 - interval[0]) * scale],
  };
}

function px5(columns, totals, draws) {
  const trials = columns[0].wrong.length * draws;
  if (trials === 0) return { count: null, interval: null, censored: null };
  const counts = columns.map(({ setting }) => setting.count);
  const name = (value) => (Number.isFinite(value) ? value : value < 0 ? 'below' : 'above');
  const estimate = name(
    crossing(
      counts,
      columns.map(({ wrong }) => sum(wrong)),
      trials,
      5,
    ),
  );
  const byColumn = columns.map(({ wrong }) => totals.get(wrong));
  const replicates = byColumn[0].map((_, replicate) =>
    crossing(
      counts,
      byColumn.map((column) => column[replicate]),
      trials,
      5,
    ),
  );
  const inside = typeof estimate === 'number';
  return {
    count: inside ? estimate : null,
    interval: ends(replicates).map(name),
    censored: inside ? null : estimate,
  };
}

function comparePair(a, b, { draws, seed }) {
  const place = new Map(b.images.map((image, at) => [image, at]));
  const differences = a.images.flatMap((image, at) =>
    place.has(image) ? [a.wrong[at] - b.wrong[place.get(image)]] : [],
  );
  if (differences.length === 0) return { p: null, difference: 0 };
  const count = (sign) => differences.filter((d) => Math.sign(d) === sign).length;
  const p = draws > 1 ? signFlip(differences, seed) : mcnemar(count(1), count(-1));
  return { p, difference: sum(differences) };
}

function rankingOf(columns, sizes, spec) {
  const pairs = [];
  for (const [at, a] of columns.entries()) {
    for (const b of columns.slice(at + 1)) {
      const same = sizes.get(a.model).join() === sizes.get(b.model).join();
      const compared = same ? comparePair(a, b, spec) : { p: null, difference: 0 };
      pairs.push({ a: a.model, b: b.model, ...compared, pHolm: null });
    }
  }
  const compared = pairs.filter(({ p }) => p !== null);
  const adjusted = holmAdjusted(compared.map(({ p }) => p));
  for (const [at, pair] of compared.entries()) pair.pHolm = adjusted[at];
  const models = columns.map(({ model }) => {
    const own = compared.filter(({ a, b }) => a === model || b === model);
    const significant = own.filter(({ pHolm }) => pHolm <= 0.05);
    const worse = significant.filter(({ a, difference }) => (a === model) === difference > 0);
    const tied = own.filter((pair) => !significant.includes(pair));
    return {
      model,
      rank: 1 + worse.filter(({ difference }) => difference !== 0).length,
      tiedWith: tied.map(({ a, b }) => (a === model ? b : a)),
    };
  });
  return { models, pairs: pairs.map(({ a, b, p, pHolm }) => ({ a, b, p, pHolm })) };
}

/**
 * Everything that images.csv determines of a sweep, in the shape of result.json.
 * @param result parsed result.json; only `spec` and `models` (ids and input sizes) are read
 * @param table the classifications of images.csv
 */
export function recomputeSweep({ spec, models }, table) {
  const eligible = eligibleImages(spec, models, table);
  const counts = spec.grid.counts.toSorted((a, b) => a - b);
  const settings = spec.grid.values.flatMap((value) =>
    spec.grid.regions.map((region) => ({ value, region })),
  );
  const rows = models.flatMap(({ id }) =>
    settings.map((setting) =>
      counts.map((count) =>
        finishedColumn(table, id, { count, ...setting }, eligible.get(id), spec.draws),
      ),
    ),
  );
  const columns = rows.flat();
  const sharedRows = rows.map(sharedColumns);
  const resampled = new Set([...columns, ...sharedRows.flat()].map(({ wrong }) => wrong));
  const judged = [...resampled].filter(({ length }) => length > 0);
  const needsBootstrap = spec.draws > 1 || spec.eligibility !== 'all';
  const totals = needsBootstrap ? resampledTotals(judged, spec.seed) : new Map();
  const sizes = new Map(models.map(({ id, inputSize }) => [id, inputSize]));
  const at = spec.rankAt ?? { ...settings[0], count: counts.at(-1) };
  const ranked = columns.filter(
    ({ setting }) => setting.count === at.count && settingName(setting) === settingName(at),
  );
  const clean = models.map(({ id }) => {
    const { done, wrong } = table.clean(id);
    const correct = spec.images.labels === 'predicted' ? null : sum(done) - sum(wrong);
    return [id, { images: sum(done), correct }];
  });
  return {
    clean: Object.fromEntries(clean),
    eligible: Object.fromEntries([...eligible].map(([id, images]) => [id, images.length])),
    cells: columns.map((column) => cellOf(column, totals, sizes.get(column.model), spec)),
    summary: sharedRows.map((row) => ({
      model: row[0].model,
      value: row[0].setting.value,
      region: row[0].setting.region,
      px5: spec.eligibility === 'all' ? null : px5(row, totals, spec.draws),
    })),
    ranking: rankingOf(ranked, sizes, spec),
  };
}
