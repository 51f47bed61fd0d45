import type { Preprocess } from '../../../protocol/spec.ts';
import { numbersText } from '../../../state/models/preprocess-numbers.ts';
import classes from './preprocess.module.css';

/** How the pictures of a bundled or repaired model are prepared, which is as it was trained. */
export function PreprocessText({ preprocess }: { readonly preprocess: Preprocess }) {
  const { channels, range, mean, std, resize, filter } = preprocess;
  const [low, high] = range;
  const facts: readonly (readonly [string, string])[] = [
    ['Channel order', channels === 'rgb' ? 'R, G, B' : 'B, G, R'],
    ['Bytes 0 to 255 become', `${low} to ${high}`],
    ['Mean, taken away', numbersText(mean)],
    ['Deviation, divided by', numbersText(std)],
    ['Resizing', resize === 'exact' ? 'stretched' : 'short side, then the centre cropped'],
    ['Filter', filter],
  ];
  return (
    <div>
      <dl className={classes.list}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.note}>As the model was trained; it is not to be changed.</p>
    </div>
  );
}
