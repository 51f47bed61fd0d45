import { useStore } from 'zustand';
import { SeriesKey } from '../../../../charts/series-key.tsx';
import { seriesStyle } from '../../../../run/figure/series-style.ts';
import { ScrollBox } from '../../../../charts/tracks/scroll-box.tsx';
import type { BoundaryAnswer as Distances } from '../../../../protocol/inspect.ts';
import { inspectStore } from '../../../../state/inspect/inspect-store.ts';
import type { Boundary, BoundaryRow } from '../../../../state/inspect/questions/boundary.ts';
import { classLabel } from '../../../../state/models/class-label.ts';
import { modelName } from '../../../../state/models/model-list.ts';
import { modelPositions } from '../../../../state/models/model-position.ts';
import { capital } from '../../../shared/pictures/class-text.ts';
import classes from '../questions.module.css';
import { DistanceBar } from './distance-bar.tsx';
import { distanceText, largestOf } from './distances.ts';

/** Margin and distances of each model, before and after the changes. */
export function BoundaryAnswer({ result }: { readonly result: Boundary }) {
  const image = useStore(inspectStore, (state) => state.image);
  const edits = useStore(inspectStore, (state) => state.edits);
  const name = (index: number) => classLabel(image?.classNames ?? [], index);
  const curved = result.rows.filter(({ before }) => before.feature === null);
  const shown = { rows: result.rows, name };

  return (
    <>
      {edits !== result.edits && (
        <p className={classes.note}>The picture has been changed since; measure again to see it.</p>
      )}
      <ScrollBox label="Distances to the boundary">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Model</th>
              <th scope="col">Picture</th>
              <th scope="col">Margin, logits</th>
              <th scope="col">Nearest other class</th>
              <th scope="col">Distance in input space</th>
              <th scope="col">Distance in feature space</th>
            </tr>
          </thead>
          <tbody>
            {result.rows.map((row) => (
              <ModelRows key={row.model} row={row} {...shown} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className={classes.note}>
        {result.label === null
          ? 'For the class that each model says of the original'
          : `All for ${capital(name(result.label))}, the true class`}
        ; below 0 the picture is on the wrong side. Input space: a first-order estimate, channels
        from 0 to 1, over the ten nearest classes. A single channel of a pixel can move by 1 at
        most. Feature space: exact, in units of each model’s own features, so its figures are not
        compared between models.
        {curved.length > 0 &&
          ` ${curved.map(({ model }) => modelName(model)).join(' and ')} has no distance there: what turns its features into classes is not one linear layer (a convolution, a rectifier and a mean), so the boundary is not flat.`}
      </p>
    </>
  );
}

interface ModelRowsProps {
  readonly row: BoundaryRow;
  readonly rows: readonly BoundaryRow[];
  readonly name: (index: number) => string;
}

function ModelRows({ row, rows, name }: ModelRowsProps) {
  const { model, before, after } = row;
  const cells = (distances: Distances, when: string) => (
    <>
      <td>{when}</td>
      <td>
        <DistanceBar value={distances.margin} most={largestOf(rows, 'margin')} />
        {distanceText(distances.margin)}
      </td>
      <td>{capital(name(distances.rival))}</td>
      <td>
        <DistanceBar value={distances.input} most={largestOf(rows, 'input')} />
        {distanceText(distances.input)}
      </td>
      <td>
        {distances.feature === null ? (
          <span className={classes.quiet}>not linear</span>
        ) : (
          <>
            <DistanceBar value={distances.feature} most={largestOf([row], 'feature')} />
            {distanceText(distances.feature)}
          </>
        )}
      </td>
    </>
  );
  return (
    <>
      <tr>
        <th scope="rowgroup" rowSpan={after === null ? 1 : 2}>
          <span className={classes.model}>
            <SeriesKey style={seriesStyle(modelPositions([]).get(model) ?? 0)} />
            {modelName(model)}
          </span>
        </th>
        {cells(before, 'Original')}
      </tr>
      {after !== null && <tr>{cells(after, 'Changed')}</tr>}
    </>
  );
}
