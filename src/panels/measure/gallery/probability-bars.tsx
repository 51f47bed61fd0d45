import classes from './probability-bars.module.css';
import type { PictureStep } from './picture-steps.ts';
import { capital, probability } from '../../shared/pictures/class-text.ts';

interface ProbabilityBarsProps {
  readonly steps: readonly PictureStep[];
  /** Class index of the image. */
  readonly label: number;
  readonly className: (label: number) => string;
}

/** More classes than this are summed up in a line. */
const MOST = 40;

/** Every class with its probability in each picture, the likeliest first. */
export function ProbabilityBars({ steps, label, className }: ProbabilityBarsProps) {
  const largest = (index: number) =>
    Math.max(...steps.map(({ picture }) => picture.probabilities[index] ?? 0));
  const classCount = steps[0]?.picture.probabilities.length ?? 0;
  const order = Array.from({ length: classCount }, (_, index) => index).sort(
    (a, b) => largest(b) - largest(a),
  );
  const rest = order.slice(MOST);

  return (
    <>
      <table className={classes.bars} data-columns={steps.length}>
        <thead>
          <tr>
            <th scope="col">Class</th>
            {steps.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {order.slice(0, MOST).map((index) => (
            <tr key={index} data-true={index === label}>
              <th scope="row">
                {capital(className(index))}
                {index === label && <span className={classes.tag}>true</span>}
              </th>
              {steps.map(({ id, picture }) => (
                <Bar
                  key={id}
                  value={picture.probabilities[index] ?? 0}
                  top={index === picture.predicted}
                  wrong={index !== label}
                />
              ))}
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
  readonly wrong: boolean;
}

function Bar({ value, top, wrong }: BarProps) {
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
