import { integer } from '../../../../run/number-text.ts';
import type { Picture } from '../../../../state/inspect/edits.ts';
import type { PlaceMap } from '../../../../state/inspect/questions/place-map.ts';
import classes from '../questions.module.css';
import { placeFigures } from './place-figures.ts';

interface PlaceTableProps {
  readonly map: PlaceMap;
  readonly picture: Picture;
  /** Cells, most fragile first. */
  readonly order: readonly number[];
  readonly onPlace: (place: number) => void;
}

/** Rows that are written out: those that matter, and few enough to draw at once. */
const MOST = 256;

/** The cells of a map, most fragile first. */
export function PlaceTable({ map, picture, order, onPlace }: PlaceTableProps) {
  const rows = order.slice(0, MOST).flatMap((place) => placeFigures(map, picture, place) ?? []);
  return (
    <>
      <section className={classes.scroll} aria-label="Cells of the map">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Cell</th>
              <th scope="col">Flip rate</th>
              <th scope="col">Flips</th>
              <th scope="col">Mean loss of margin, logits</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ place, where, flipText, basis, loss }) => (
              <tr key={place}>
                <th scope="row">
                  <button type="button" className={classes.link} onClick={() => onPlace(place)}>
                    {where}
                  </button>
                </th>
                <td>{flipText}</td>
                <td>{basis}</td>
                <td>{loss.toFixed(2).replace('-', '−')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {order.length > MOST && (
        <p className={classes.note}>
          The {MOST} most fragile of {integer(order.length)} cells.
        </p>
      )}
    </>
  );
}
