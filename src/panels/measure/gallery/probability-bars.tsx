import type { ExaminedImage } from '../../../protocol/examine.ts';
import classes from './dialog.module.css';
import { capital, probability } from './picture-text.ts';

interface ProbabilityBarsProps {
  readonly examined: ExaminedImage;
  /** Class index of the image. */
  readonly label: number;
  readonly className: (label: number) => string;
}

/** More classes than this are summed up in a line. */
const MOST = 40;

/** Every class with its probability before and after, the likeliest first. */
export function ProbabilityBars({ examined, label, className }: ProbabilityBarsProps) {
  const { original, changed } = examined;
  const largest = (index: number) =>
    Math.max(original.probabilities[index] ?? 0, changed.probabilities[index] ?? 0);
  const order = Array.from(original.probabilities.keys()).sort((a, b) => largest(b) - largest(a));
  const rest = order.slice(MOST);

  return (
    <>
      <table className={classes.bars}>
        <thead>
          <tr>
            <th scope="col">Class</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {order.slice(0, MOST).map((index) => (
            <tr key={index} data-true={index === label}>
              <th scope="row">
                {capital(className(index))}
                {index === label && <span className={classes.tag}>true</span>}
              </th>
              <Bar value={original.probabilities[index] ?? 0} top={index === original.predicted} />
              <Bar
                value={changed.probabilities[index] ?? 0}
                top={index === changed.predicted}
                wrong={index !== label}
              />
            </tr>
          ))}
        </tbody>
      </table>
      {rest.length > 0 && (
        <p className={classes.note}>
          And {rest.length} classes of at most {probability(largest(rest[0] ?? 0))} each.
        </p>
      )}
    </>
  );
}

interface BarProps {
  readonly value: number;
  /** Whether it is the class that the model answers with. */
  readonly top: boolean;
  readonly wrong?: boolean;
}

function Bar({ value, top, wrong = false }: BarProps) {
  return (
    <td>
      <span className={classes.bar} data-top={top} data-wrong={wrong}>
        <span style={{ width: `${value * 100}%` }} />
      </span>
      <span className={classes.value} data-top={top}>
        {probability(value)}
      </span>
    </td>
  );
}
