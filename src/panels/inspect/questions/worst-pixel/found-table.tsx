import { useStore } from 'zustand';
import { integer } from '../../../../run/number-text.ts';
import { ScrollBox } from '../../../../charts/tracks/scroll-box.tsx';
import { differingPixels } from '../../../../state/inspect/edits.ts';
import { inspectStore } from '../../../../state/inspect/inspect-store.ts';
import { applyPicture } from '../../../../state/inspect/painting.ts';
import type { SearchCourse, WorstPixel } from '../../../../state/inspect/questions/worst-pixel.ts';
import { probability } from '../../../shared/pictures/class-text.ts';
import { rgbStyle, rgbText } from '../../../shared/pictures/colour-text.ts';
import classes from '../questions.module.css';
import { scrollToPicture } from '../scroll-to-picture.ts';
import { searchNames } from './search-panels.ts';
import styles from './worst-pixel.module.css';

/** The worst candidate of either search, which can be shown on the picture. */
export function FoundTable({ result: { before, courses } }: { readonly result: WorstPixel }) {
  return (
    <ScrollBox label="What the searches found">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Search</th>
            <th scope="col">Probability of its answer</th>
            <th scope="col">First success</th>
            <th scope="col">Worst candidate</th>
          </tr>
        </thead>
        <tbody>
          {(['evolution', 'random'] as const).map((kind) => {
            const course = courses[kind];
            const last = course.points.at(-1);
            return (
              <tr key={kind}>
                <th scope="row">{searchNames[kind]}</th>
                <td>
                  {last === undefined ? '–' : probability(last.probability)}{' '}
                  <span className={classes.quiet}>was {probability(before)}</span>
                </td>
                <td>{successText(course)}</td>
                <td>
                  <Candidate bytes={course.bytes} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function successText({ fooledAt, points }: SearchCourse): string {
  const queries = points.at(-1)?.queries ?? 0;
  if (fooledAt === null) return `none in ${integer(queries)} queries`;
  return `query ${integer(fooledAt)} of ${integer(queries)}`;
}

function Candidate({ bytes }: { readonly bytes: Uint8Array | null }) {
  const picture = useStore(inspectStore, (state) => state.picture);
  if (bytes === null || picture === null) return '–';
  const { changes } = differingPixels(picture, bytes);
  return (
    <span className={styles.candidate}>
      {changes.map(({ row, column, after }) => (
        <span key={`${row} ${column}`} className={styles.pixel}>
          <span className={styles.swatch} style={{ background: rgbStyle(after) }} />
          row {row}, column {column}, rgb {rgbText(after)}
        </span>
      ))}
      <button
        type="button"
        className={classes.link}
        onClick={() => {
          applyPicture(bytes);
          scrollToPicture();
        }}
      >
        Show it
      </button>
    </span>
  );
}
