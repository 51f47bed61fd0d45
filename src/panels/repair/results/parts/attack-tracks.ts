import { integer, pText } from '../../../../run/number-text.ts';
import type { TrackEntry, TrackGroup, Tracks } from '../../../../charts/tracks/track-types.ts';
import type { RepairAttackResult } from '../../../../protocol/repair-result.ts';
import { domainText, markOf, shareDomain, shareEntry } from '../figures.ts';
import type { ResultView } from '../view.ts';

function rightEntry(row: RepairAttackResult | undefined): TrackEntry | null {
  if (row === undefined) return null;
  const test = row.against === null ? '' : `, p ${pText(row.against.pHolm)}`;
  return shareEntry({
    share: row.accuracy,
    interval: row.accuracyInterval,
    below: `${integer(row.correct)} of ${integer(row.images)}${test}`,
    mark: markOf(row.against),
  });
}

function fooledEntry(row: RepairAttackResult | undefined): TrackEntry | null {
  if (row === undefined) return null;
  return shareEntry({
    share: row.rate,
    interval: row.interval,
    below: `${integer(row.fooled)} of ${integer(row.examples)}`,
    mark: null,
  });
}

/** Strength by strength, FGSM before PGD. */
function settings(rows: readonly RepairAttackResult[]) {
  const epsilons = [...new Set(rows.map(({ epsilon }) => epsilon))].sort((a, b) => a - b);
  return epsilons.flatMap((epsilon) =>
    (['fgsm', 'pgd'] as const)
      .map((attack) => ({ attack, epsilon }))
      .filter(({ attack }) => rows.some((row) => row.attack === attack && row.epsilon === epsilon)),
  );
}

/** Models under attack: examples made against each model, and those of the original shown to it. */
export function attackTracks(
  rows: readonly RepairAttackResult[],
  { result, nameOf, styleOf }: ResultView,
): Tracks {
  const models = [result.original.id, ...result.repaired.map(({ id }) => id)];
  const right = shareDomain(rows.map(({ accuracyInterval }) => accuracyInterval));
  const fooled = shareDomain(
    rows.filter(({ craftedOn }) => craftedOn === 'original').map(({ interval }) => interval),
  );
  const groups = settings(rows).map(({ attack, epsilon }): TrackGroup => {
    const own = rows.filter((row) => row.attack === attack && row.epsilon === epsilon);
    const find = (model: string, craftedOn: RepairAttackResult['craftedOn']) =>
      own.find((row) => row.model === model && row.craftedOn === craftedOn);
    return {
      id: `${attack} ${epsilon}`,
      heading: `${attack.toUpperCase()}, ε = ${epsilon}`,
      rows: models
        .filter((model) => own.some((row) => row.model === model))
        .map((model) => ({
          id: model,
          name: nameOf(model),
          style: styleOf(model),
          entries: [
            rightEntry(find(model, 'itself')),
            rightEntry(find(model, 'original')),
            fooledEntry(find(model, 'original')),
          ],
        })),
    };
  });
  const axis = `axis ${domainText(right)}`;
  return {
    rowHead: 'Model',
    columns: [
      { id: 'itself', head: `Right, attacked afresh (${axis})`, domain: right, reference: null },
      {
        id: 'original',
        head: `Right on the original’s examples, transferred (${axis})`,
        domain: right,
        reference: null,
      },
      {
        id: 'fooled',
        head: `Still wrong, of the examples that fool the original (axis ${domainText(fooled)})`,
        domain: fooled,
        reference: null,
      },
    ],
    groups,
  };
}
