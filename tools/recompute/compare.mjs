// Far below any digit that is shown, far above what the order of additions can change.
const RELATIVE = 1e-8;
const ABSOLUTE = 1e-12;

const cellName = ({ model, epsilon, count, value, region }) =>
  [model, epsilon ?? undefined, count, JSON.stringify(value), region]
    .filter((part) => part !== undefined)
    .join(' ');

const byName = (list, name) => Object.fromEntries(list.map((entry) => [name(entry), entry]));

/** Lists become objects keyed by what their entries are about, so that order does not matter. */
function keyed({ clean, eligible, cells, attacks, summary, ranking }) {
  if (attacks !== undefined) {
    return { clean, eligible, cells: byName(cells, cellName), attacks: byName(attacks, cellName) };
  }
  const ranks = ranking.models.map((entry) => ({ ...entry, tiedWith: entry.tiedWith.toSorted() }));
  return {
    clean,
    eligible,
    cells: byName(cells, cellName),
    summary: byName(summary, cellName),
    ranks: byName(ranks, ({ model }) => model),
    pairs: byName(ranking.pairs, ({ a, b }) => (a < b ? [a, b] : [b, a]).join(' and ')),
  };
}

const isContainer = (value) => typeof value === 'object' && value !== null;

function equal(own, reported) {
  if (typeof own !== 'number' || typeof reported !== 'number') return own === reported;
  if (Number.isInteger(own) && Number.isInteger(reported)) return own === reported;
  return Math.abs(own - reported) <= ABSOLUTE + RELATIVE * Math.abs(own);
}

/**
 * Compares a recomputed sweep or attack with the reported one.
 * @returns values compared, numbers among them, and one line for each difference
 */
export function compareResults(recomputed, reported) {
  let values = 0;
  let numbers = 0;
  const differences = [];
  const walk = (own, theirs, path) => {
    if (isContainer(own) && isContainer(theirs)) {
      for (const key of new Set([...Object.keys(own), ...Object.keys(theirs)])) {
        // follows from the changed bytes, which images.csv does not hold
        if (key !== 'meanAbsDelta') walk(own[key], theirs[key], [...path, key]);
      }
      return;
    }
    values += 1;
    if (typeof own === 'number') numbers += 1;
    if (!equal(own, theirs)) {
      differences.push(`${path.join(' › ')}: ${JSON.stringify(theirs)}, recomputed ${own}`);
    }
  };
  walk(keyed(recomputed), keyed(reported), []);
  return { values, numbers, differences };
}
