import { TrackTable } from '../../../../charts/tracks/track-table.tsx';
import type { RepairTable } from '../../../../protocol/repair-result.ts';
import type { ResultView } from '../view.ts';
import { Explained } from '../../../terms/explained.tsx';
import classes from './parts.module.css';
import { testTracks } from './test-tracks.ts';

interface TestTableProps {
  readonly table: RepairTable;
  readonly view: ResultView;
}

/** Every paired comparison on held-out images. */
export function TestTable({ table, view }: TestTableProps) {
  const tracks = testTracks(table, view);
  const tests = tracks.groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const kind =
    table.draws > 1
      ? `sign-flip tests by image over ${table.draws} draws, exact McNemar for unchanged images`
      : 'exact McNemar tests';
  return (
    <details className={classes.tests}>
      <summary>All {tests} paired tests on held-out images</summary>
      <p className={classes.text}>
        <Explained
          text={`Two-sided ${kind}; Holm’s correction over all ${tests}, at the 5 % level.`}
        />
      </p>
      <TrackTable label="Paired tests on held-out images" tracks={tracks} />
    </details>
  );
}
