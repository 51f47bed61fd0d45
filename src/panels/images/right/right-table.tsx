import { useMemo } from 'react';
import { integer, percent, percentRange } from '../../../run/number-text.ts';
import { ScrollBox } from '../../../charts/tracks/scroll-box.tsx';
import { clopperPearson } from '../../../core/clopper-pearson.ts';
import { rightCounts } from '../../../state/images/clean-figures.ts';
import type { CleanAnswers } from '../../../state/images/clean-store.ts';
import { modelName } from '../../../state/models/model-list.ts';
import { modelPositions } from '../../../state/models/model-position.ts';
import { ModelMark } from '../../shared/controls/model-mark.tsx';
import classes from './right-part.module.css';

/** How many of the pictures each model gets right, and how many all do. */
export function RightTable({ answers }: { readonly answers: CleanAnswers }) {
  const { images, models, common } = useMemo(() => rightCounts(answers), [answers]);
  const positions = modelPositions(models.map(({ id }) => id));
  return (
    <ScrollBox label="Pictures that are right">
      <table className={classes.table} aria-label="Pictures that are right">
        <thead>
          <tr>
            <th scope="col">Model</th>
            <th scope="col" className={classes.number}>
              Right, of {integer(images)}
            </th>
            <th scope="col" className={classes.number}>
              Accuracy (95 % interval)
            </th>
          </tr>
        </thead>
        <tbody>
          {models.map(({ id, right }) => (
            <tr key={id}>
              <th scope="row">
                <span className={classes.model}>
                  <ModelMark position={positions.get(id)} />
                  {modelName(id)}
                </span>
              </th>
              <td className={classes.number}>{integer(right)}</td>
              <td className={classes.number}>{shareText(right, images)}</td>
            </tr>
          ))}
          {models.length > 1 && (
            <tr data-common="true">
              <th scope="row">All {models.length} models</th>
              <td className={classes.number}>{integer(common)}</td>
              <td className={classes.number}>{shareText(common, images)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** "97.2 % (95.3–98.5)" */
function shareText(right: number, images: number): string {
  return `${percent(right / images)} (${percentRange(clopperPearson(right, images))})`;
}
