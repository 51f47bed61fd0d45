import { integer, percent, pointsText, pText } from '../../../run/number-text.ts';
import type { CellDifference, Comparison } from '../../../run/compare/compare-types.ts';
import type { Spec } from '../../../protocol/spec.ts';
import { measureWords } from '../../../run/finding/measure-words.ts';
import classes from './compare.module.css';
import { pointsRange, settingName, settingsOf } from './difference-panels.ts';

interface DifferenceTableProps {
  readonly spec: Spec;
  /** What the table is, for who hears the page. */
  readonly label: string;
  readonly comparison: Comparison;
  readonly active: number;
  readonly onActive: (count: number) => void;
}

function shareText(wrong: number, { images, draws }: CellDifference): string {
  return images === 0 ? '–' : percent(wrong / (images * draws));
}

/** Every paired difference, one row a model and cell. */
export function DifferenceTable({
  spec,
  label,
  comparison,
  active,
  onActive,
}: DifferenceTableProps) {
  const { baseline, others } = comparison;
  const { badHeading } = measureWords(spec);
  const hasSettings = settingsOf(comparison).length > 1;
  return (
    <section className={classes.scroll} aria-label={label}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Pixels</th>
            {hasSettings && <th scope="col">Change, region</th>}
            <th scope="col">Images</th>
            <th scope="col">{badHeading}: baseline</th>
            <th scope="col">{badHeading}: model</th>
            <th scope="col">Worse / better</th>
            <th scope="col">Difference, points (95 %)</th>
            <th scope="col">p (Holm)</th>
          </tr>
        </thead>
        {others
          .filter(({ cells }) => cells.length > 0)
          .map(({ name, cells }) => (
            <tbody key={name}>
              <tr>
                <th scope="rowgroup" colSpan={hasSettings ? 8 : 7} className={classes.group}>
                  <span>
                    {name}, compared with {baseline}
                  </span>
                </th>
              </tr>
              {cells.map((cell) => (
                <tr
                  key={`${cell.count} ${settingName(cell)}`}
                  data-active={cell.count === active}
                  data-clear={cell.pHolm !== null && cell.pHolm <= 0.05}
                >
                  <th scope="row">
                    <button
                      type="button"
                      className={classes.count}
                      aria-pressed={cell.count === active}
                      aria-label={`Show ${cell.count} pixels in the chart`}
                      onClick={() => onActive(cell.count)}
                    >
                      {cell.count}
                    </button>
                  </th>
                  {hasSettings && <td>{settingName(cell)}</td>}
                  <td>{integer(cell.images)}</td>
                  <td>{shareText(cell.wrongBaseline, cell)}</td>
                  <td>{shareText(cell.wrongOther, cell)}</td>
                  <td>
                    {cell.images === 0 ? '–' : `${integer(cell.worse)} / ${integer(cell.better)}`}
                  </td>
                  <td className={classes.difference}>
                    {cell.difference === null ? '–' : pointsText(cell.difference)}{' '}
                    {cell.interval && (
                      <span className={classes.range}>({pointsRange(cell.interval)})</span>
                    )}
                  </td>
                  <td>{pText(cell.pHolm)}</td>
                </tr>
              ))}
            </tbody>
          ))}
      </table>
    </section>
  );
}
