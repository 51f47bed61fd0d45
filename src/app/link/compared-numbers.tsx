import { integer } from '../../run/number-text.ts';
import type { Comparison } from '../../state/link/numbers/compare-numbers.ts';
import { modelName } from '../../state/models/model-list.ts';
import { backendText } from '../../run/backend-names.ts';
import { Notice } from '../open-file/notice.tsx';
import classes from './link-notices.module.css';

/** Rows of the table; the sentence above it has the number of all. */
const MOST_ROWS = 12;

const names = new Intl.ListFormat('en-GB', { type: 'conjunction' });

interface ComparedNumbersProps {
  readonly comparison: Comparison;
  readonly actions: readonly { readonly label: string; readonly act: () => void }[];
}

/** Whether a run has found the numbers of a link: all of them, or which ones not. */
export function ComparedNumbers({ comparison, actions }: ComparedNumbersProps) {
  const { total, differing } = comparison;
  const reasons = reasonsOf(comparison);
  const isSame = differing.length === 0;
  return (
    <Notice
      isFault={!isSame}
      text={
        <>
          <h2 className={classes.verdict} data-same={isSame}>
            {isSame
              ? `All ${integer(total)} numbers match those in the link`
              : `${integer(differing.length)} of ${integer(total)} numbers ${differing.length === 1 ? 'differs' : 'differ'} from those in the link`}
          </h2>
          {reasons.map((reason) => (
            <p key={reason} className={classes.quiet}>
              {reason}
            </p>
          ))}
          {!isSame && <DifferenceTable comparison={comparison} />}
        </>
      }
      actions={actions}
    />
  );
}

/** What else is not the same, which may be why. */
function reasonsOf(comparison: Comparison): string[] {
  const { otherModels, hasOtherImages, backends, versions, differing } = comparison;
  const [there, here] = backends;
  const isOtherBackend = there !== here;
  const computed = isOtherBackend
    ? `Computed there by ${backendText(there)}, here by ${backendText(here)}${differing.length > 0 ? ': backends may differ in the last bit, which can turn a close class' : ''}.`
    : `Computed there and here by ${backendText(here)}.`;
  return [
    computed,
    ...(otherModels.length > 0
      ? [`Other weights than in the link: ${names.format(otherModels.map(modelName))}.`]
      : []),
    ...(hasOtherImages ? ['The images are not those of the link.'] : []),
    ...(versions[0] === versions[1]
      ? []
      : [`Version ${versions[0] || 'unknown'} there, ${versions[1] || 'unknown'} here.`]),
  ];
}

function signed(difference: number): string {
  return difference > 0 ? `+${integer(difference)}` : `−${integer(-difference)}`;
}

function DifferenceTable({ comparison: { differing } }: Pick<ComparedNumbersProps, 'comparison'>) {
  const rows = differing.slice(0, MOST_ROWS);
  const more = differing.length - rows.length;
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label="Numbers that differ">
        <thead>
          <tr>
            <th scope="col">Model</th>
            <th scope="col">Setting</th>
            <th scope="col">Counted</th>
            <th scope="col">Link</th>
            <th scope="col">Here</th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ model, setting, quantity, linked, value }) => (
            <tr key={`${model} ${setting} ${quantity}`}>
              <th scope="row">{modelName(model)}</th>
              <td>{setting}</td>
              <td>{quantity}</td>
              <td data-label="Link">{integer(linked)}</td>
              <td data-label="Here">{integer(value)}</td>
              <td data-label="Difference">{signed(value - linked)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className={classes.quiet}>And {integer(more)} more.</p>}
    </div>
  );
}
