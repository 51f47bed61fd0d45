import { useStore } from 'zustand';
import { experimentStore } from '../../state/experiment/experiment-store.ts';
import { openFileStore } from '../../state/open-file/open-file-store.ts';
import { dismissNotice, undoSpec } from '../../state/open-file/open-file.ts';
import { isUnderWay, runStore } from '../../state/run/run-store.ts';
import { Notice } from './notice.tsx';
import { OpenedResult } from './opened-result.tsx';
import { RefusedFile } from './refused-file.tsx';

interface FileNoticesProps {
  /** Called when a button has put its own notice away, which would leave the focus nowhere. */
  readonly onGone: () => void;
}

/** What became of the last file, above the panel. */
export function FileNotices({ onGone }: FileNoticesProps) {
  const notice = useStore(openFileStore, (state) => state.notice);
  const after = (act: () => void) => () => {
    act();
    onGone();
  };

  return (
    <>
      {notice?.kind === 'reading' && <Notice text={<p>Reading {notice.file}</p>} />}
      {notice?.kind === 'refused' && (
        <RefusedFile refusal={notice.refusal} onDismiss={after(dismissNotice)} />
      )}
      {notice?.kind === 'spec' && (
        <OpenedSpec
          file={notice.file}
          opened={notice.sentence.opened}
          onUndo={after(undoSpec)}
          onDismiss={after(dismissNotice)}
        />
      )}
      <OpenedResult onGone={onGone} />
    </>
  );
}

interface OpenedSpecProps {
  readonly file: string;
  readonly opened: ReturnType<typeof experimentStore.getState>['spec'];
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

/** Until the sentence is edited or run: from then on it is no longer what the file said. */
function OpenedSpec({ file, opened, onUndo, onDismiss }: OpenedSpecProps) {
  const isCurrent = useStore(experimentStore, ({ spec }) => spec === opened);
  const isLocked = useStore(runStore, ({ phase }) => isUnderWay(phase));
  if (!isCurrent || isLocked) return null;
  return (
    <Notice
      text={
        <p>
          <strong>{file}</strong> has filled in the experiment “{opened.name}”. Run measures it.
        </p>
      }
      actions={[
        { label: 'Undo', act: onUndo },
        { label: 'Dismiss', act: onDismiss },
      ]}
    />
  );
}
