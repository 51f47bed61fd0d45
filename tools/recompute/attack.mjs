import { ends, resampledTotals } from './bootstrap.mjs';
import { exactInterval } from './statistics.mjs';
import { csvFields } from './table.mjs';

const COLUMNS =
  'image,label,model,count,value,region,draw,predicted,' +
  'picture,epsilon,changedPixels,zeroGradients,largestDelta,queries';

const sum = (values) => values.reduce((total, each) => total + each, 0);
const mean = (values) => sum(values) / values.length;
const valueName = (value) => (value === 'replace' ? value : `offset:${value.offset}`);

/** What images.csv holds: by model the clean classes, by model and epsilon the attacked pictures. */
class AttackTable {
  images = new Map();
  /** By model, then image: without labels each model is judged by its own clean class. */
  labels = new Map();
  clean = new Map();
  attacked = new Map();
  changed = new Map();
  rows = 0;

  add(fields) {
    const [image, label, model, count, value, region, , predicted, picture, epsilon] = fields;
    this.rows += 1;
    if (!this.images.has(image)) this.images.set(image, this.images.size);
    entry(this.labels, model).set(image, label);
    const arm = `${model} ${epsilon}`;
    if (picture === 'unchanged') {
      entry(this.clean, model).set(image, predicted);
    } else if (count === '0') {
      const [pixels, zeros, largest, queries] = fields.slice(10).map(Number);
      entry(this.attacked, arm).set(image, { predicted, pixels, zeros, largest, queries });
    } else {
      const cell = entry(this.changed, `${arm} ${count} ${value} ${Number(region)}`);
      cell.set(image, [...(cell.get(image) ?? []), predicted]);
    }
  }
}

function entry(map, key) {
  if (!map.has(key)) map.set(key, new Map());
  return map.get(key);
}

/** Reads the lines of an attack's images.csv. */
export async function attackTableOfLines(lines) {
  const table = new AttackTable();
  let header = true;
  for await (const line of lines) {
    if (header && line !== COLUMNS) throw new Error(`images.csv must start with "${COLUMNS}"`);
    if (!header && line !== '') table.add(csvFields(line));
    header = false;
  }
  return table;
}

/** @param hits by image, how many of its draws; the bootstrap takes what they miss */
function shareOf(hits, draws, totals) {
  const trials = hits.length * draws;
  const count = sum(hits);
  if (trials === 0) return { count, share: null, interval: null };
  const share = count / trials;
  if (draws === 1 || hits.every((each) => each === hits[0])) {
    return { count, share, interval: exactInterval(count / draws, hits.length) };
  }
  const [low, high] = ends(totals);
  return { count, share, interval: [1 - high / trials, 1 - low / trials] };
}

function attackOf(arm, pictures, [height, width], { attack }) {
  const { model, epsilon, pixels } = arm;
  const list = [...pictures.values()];
  const isExample = ({ predicted, label }) => predicted !== label;
  const examples = shareOf(
    list.map((picture) => (isExample(picture) ? 1 : 0)),
    1,
  );
  const area = height * width;
  const isSearch = attack.kind === 'one-pixel';
  const none = list.length === 0;
  const p = none ? null : (pixels ?? mean(list.map((each) => each.pixels))) / area;
  const scale = p ? 255 / (p * (epsilon === null ? 255 : 2 * epsilon)) : null;
  return {
    model,
    epsilon,
    pixels,
    eligible: list.length,
    examples,
    pi: scale === null ? null : examples.share * scale,
    piInterval: scale === null ? null : examples.interval.map((end) => end * scale),
    changedShare: p,
    zeroGradients: none || isSearch ? null : mean(list.map(({ zeros }) => zeros)) / (3 * area),
    withoutGradient: list.filter(({ zeros }) => zeros === 3 * area).length,
    largestDelta: Math.max(0, ...list.map(({ largest }) => largest)),
    queries: none || !isSearch ? null : mean(list.map(({ queries }) => queries)),
  };
}

function hitsOf(examples, changed, cell) {
  const count = (meets) =>
    Uint16Array.from(
      examples,
      ([image, picture]) => changed.get(image).filter((each) => meets(each, picture)).length,
    );
  return {
    ...cell,
    examples: examples.length,
    restored: count((after, { label }) => after === label),
    stillAdversarial: count((after, { predicted }) => after === predicted),
    otherWrong: count((after, { label, predicted }) => after !== label && after !== predicted),
  };
}

const OUTCOMES = ['restored', 'stillAdversarial', 'otherWrong'];

/**
 * Everything that images.csv determines of an attack, in the shape of result.json.
 * @param result parsed result.json; only `spec` and `models` (ids and input sizes) are read
 */
export function recomputeAttack({ spec, models }, table) {
  const { attack, draws, grid } = spec;
  const strengths =
    attack.kind === 'one-pixel'
      ? [{ epsilon: null, pixels: attack.pixels }]
      : [attack.epsilon].flat().map((epsilon) => ({ epsilon, pixels: null }));
  const cells = grid.values.flatMap((value) =>
    grid.regions.flatMap((region) => grid.counts.map((count) => ({ count, value, region }))),
  );
  const labelOf = (id, image) => entry(table.labels, id).get(image);
  const isRight = (id, image) => {
    const predicted = entry(table.clean, id).get(image);
    return predicted !== undefined && predicted === labelOf(id, image);
  };
  const right = (id) => [...table.images.keys()].filter((image) => isRight(id, image));
  const common = (id) =>
    right(id).filter((image) => models.every((other) => isRight(other.id, image)));
  const attacks = [];
  const hits = [];
  for (const { id, inputSize } of models) {
    for (const strength of strengths) {
      const name = `${id} ${strength.epsilon ?? ''}`;
      const pictures = new Map(
        [...entry(table.attacked, name)].map(([image, picture]) => [
          image,
          { ...picture, label: labelOf(id, image) },
        ]),
      );
      const arm = { model: id, ...strength };
      attacks.push(attackOf(arm, pictures, inputSize, spec));
      const examples = [...pictures].filter(([, { predicted, label }]) => predicted !== label);
      for (const cell of cells) {
        const key = `${name} ${cell.count} ${valueName(cell.value)} ${cell.region}`;
        const rect = inputSize.slice(0, 2).map((side) => Math.round(side * cell.region));
        hits.push(hitsOf(examples, entry(table.changed, key), { ...arm, ...cell, rect }));
      }
    }
  }
  const misses = new Map(
    hits.flatMap((cell) =>
      OUTCOMES.map((outcome) => [cell[outcome], cell[outcome].map((each) => draws - each)]),
    ),
  );
  const judged = draws === 1 ? [] : [...misses.values()].filter(({ length }) => length > 0);
  const totals = resampledTotals(judged, spec.seed);
  const shares = (cell) =>
    OUTCOMES.map((outcome) => [
      outcome,
      shareOf([...cell[outcome]], draws, totals.get(misses.get(cell[outcome]))),
    ]);
  return {
    clean: Object.fromEntries(
      models.map(({ id }) => [
        id,
        {
          images: entry(table.clean, id).size,
          correct: spec.images.labels === 'predicted' ? null : right(id).length,
        },
      ]),
    ),
    eligible: Object.fromEntries(
      models.map(({ id }) => [id, (spec.eligibility === 'own' ? right(id) : common(id)).length]),
    ),
    attacks,
    cells: hits.map((cell) => ({ ...cell, ...Object.fromEntries(shares(cell)) })),
  };
}
