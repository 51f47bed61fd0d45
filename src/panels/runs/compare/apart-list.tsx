import { integer } from '../../../run/number-text.ts';
import type { AnswersApart } from '../../../run/compare/answers-apart.ts';
import classes from './compare.module.css';

/** More than these would not be read; the file has all of them. */
const MOST = 20;

interface ApartListProps {
  readonly baseline: string;
  readonly name: string;
  readonly apart: AnswersApart;
}

/** Where one model, computed twice, answered otherwise. */
export function ApartList({ baseline, name, apart }: ApartListProps) {
  const { compared, images, answers } = apart;
  const same = `${name} and ${baseline} are the same model`;
  if (answers.length === 0) {
    return (
      <p className={classes.note}>
        {same}: all {integer(compared)} classifications that both runs have agree.
      </p>
    );
  }
  return (
    <div className={classes.apart}>
      <p>
        {same}, but {integer(answers.length)} of {integer(compared)} classifications differ, on{' '}
        {integer(images)} {images === 1 ? 'image' : 'images'}: backends round differently, and an
        answer close to a boundary may change.
      </p>
      <ul>
        {answers
          .slice(0, MOST)
          .map(({ image, count, value, region, draw, baseline: was, other }) => (
            <li key={`${image} ${count} ${JSON.stringify(value)} ${region} ${draw}`}>
              Image {image}, {count === 0 ? 'unchanged' : `${count} changed`}: class {was} became{' '}
              {other}
            </li>
          ))}
      </ul>
      {answers.length > MOST && (
        <p className={classes.note}>And {integer(answers.length - MOST)} more, in compare.json.</p>
      )}
    </div>
  );
}
