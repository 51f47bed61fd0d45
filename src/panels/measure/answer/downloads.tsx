import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { experimentStore } from '../../../state/experiment/experiment-store.ts';
import { measureView } from '../../../state/link/measure-page.ts';
import { shareLink, type SharedLink } from '../../../state/link/share-link.ts';
import { isUnderWay, runStore, shownResult } from '../../../state/run/run-store.ts';
import type { AnyResult } from '../../../run/result-file/parse-result.ts';
import type { ExportName } from '../../../state/run/export-file.ts';
import { exportFile } from '../../../state/run/run-controller.ts';
import { saveBlob } from '../../../charts/export/save-blob.ts';
import { CopyLink } from '../../shared/link/copy-link.tsx';
import { ReportMenu } from '../../shared/report/report-menu.tsx';
import frame from '../../shared/frame/panel-frame.module.css';
import classes from './answer.module.css';

const files: readonly { name: ExportName; holds: string }[] = [
  { name: 'spec.json', holds: 'the experiment, to be opened here or run in the terminal' },
  { name: 'result.json', holds: 'experiment, figures and intervals' },
  { name: 'cells.csv', holds: 'one row a model and setting' },
  { name: 'images.csv', holds: 'one row a classification' },
];

/** Saves what was measured. */
export function Downloads() {
  const available = useStore(
    runStore,
    (run) => shownResult(run) !== null && !isUnderWay(run.phase),
  );

  const result = useStore(runStore, shownResult);
  const sentence = useStore(experimentStore, (state) => state.spec);
  const about = result ?? sentence;
  const isOpened = useStore(runStore, ({ phase }) => phase === 'opened');
  const saved = isOpened ? files.filter(({ name }) => name !== 'images.csv') : files;

  return (
    <div className={`${frame.downloads} ${classes.downloads}`}>
      <p>
        {!available
          ? 'When a run has ended, its figures and a report can be saved here.'
          : isOpened
            ? 'Save what was opened; images.csv comes with a run on this page'
            : 'Save what was measured'}
      </p>
      {available &&
        saved.map(({ name, holds }) => (
          <Button
            key={name}
            variant="default"
            size="sm"
            title={holds}
            onClick={() => void save(name)}
          >
            {name}
          </Button>
        ))}
      {available && <ReportMenu results={shownResults} />}
      <CopyLink link={measuredLink} about={about} />
    </div>
  );
}

/** The run that is shown, with its numbers once it has ended; before the first, the sentence. */
function measuredLink(): SharedLink {
  const run = runStore.getState();
  const view = measureView();
  const spec = run.spec ?? experimentStore.getState().spec;
  return shareLink({ spec, view, result: isUnderWay(run.phase) ? null : shownResult(run) });
}

function shownResults(): readonly AnyResult[] {
  const result = shownResult(runStore.getState());
  return result === null ? [] : [result];
}

async function save(name: ExportName): Promise<void> {
  const blob = await exportFile(name);
  if (blob !== null) saveBlob(blob, name);
}
