import { Gallery } from '../gallery/gallery.tsx';
import { Ranking } from '../ranking/ranking.tsx';
import classes from './answer.module.css';
import { Curve } from './curve/curve.tsx';
import { Downloads } from './downloads.tsx';
import { FindingText } from './finding-text.tsx';
import { DataTable } from './table/data-table.tsx';
import { useShownRun } from './use-shown-run.ts';

/** The finding, its curve and every figure behind it. */
export function Answer() {
  return (
    <section className={classes.answer} aria-label="Answer">
      <FindingText />
      <Figures />
      <Downloads />
    </section>
  );
}

function Figures() {
  const shown = useShownRun();
  return (
    <>
      <Curve shown={shown} />
      <Gallery />
      <Ranking />
      <DataTable shown={shown} />
    </>
  );
}
