import type { SweepResult } from '../../../protocol/result.ts';
import { pText } from '../../../run/number-text.ts';
import { modelName } from '../../../state/models/model-list.ts';
import classes from './ranking.module.css';

/** Every pair of models with its test, the clearest difference first. */
export function PairTable({ result }: { readonly result: SweepResult }) {
  const { pairs, models } = result.ranking;
  const tied = new Map(models.map(({ model, tiedWith }) => [model, tiedWith]));
  const sorted = [...pairs].sort((a, b) => (a.pHolm ?? 2) - (b.pHolm ?? 2));

  return (
    <details className={classes.pairs}>
      <summary>
        {pairs.length === 1 ? 'The pair' : `All ${pairs.length} pairs`}, with corrected p
      </summary>
      <table className={classes.table} data-compact="true" aria-label="Pairs of models">
        <thead>
          <tr>
            <th scope="col">Pair</th>
            <th scope="col">p</th>
            <th scope="col">p, Holm-corrected</th>
            <th scope="col">Says</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ a, b, p, pHolm }) => (
            <tr key={`${a} ${b}`}>
              <th scope="row">
                {modelName(a)} and {modelName(b)}
              </th>
              <td>{pText(p)}</td>
              <td>{pText(pHolm)}</td>
              <td>{verdict(p, tied.get(a)?.includes(b) ?? false)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function verdict(p: number | null, isTied: boolean): string {
  if (p === null) return 'not compared';
  return isTied ? 'tied' : 'differ';
}
