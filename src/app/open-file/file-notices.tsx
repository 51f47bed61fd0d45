import { useStore } from 'zustand';
import type { Spec } from '../../protocol/spec.ts';
import type { RepairExperiment } from '../../run/repair/repair-types.ts';
import { experimentStore } from '../../state/experiment/experiment-store.ts';
import { openFileStore } from '../../state/open-file/open-file-store.ts';
import { dismissNotice, undoSpec } from '../../state/open-file/open-file.ts';
import { repairDraft } from '../../state/repair/repair-draft.ts';
import { isRepairing, repairStore } from '../../state/repair/repair-store.ts';
import { isUnderWay, runStore } from '../../state/run/run-store.ts';
import { Notice } from './notice.tsx';
import { OpenedRepair, OpenedResult } from './opened-result.tsx';
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
      {notice?.kind === 'samples' && (
        <Notice
          text={
            <p>
              <strong>{notice.file}</strong> asks for samples. They are made under Samples as files.
            </p>
          }
          actions={[{ label: 'Dismiss', act: after(dismissNotice) }]}
        />
      )}
      {notice?.kind === 'spec' && (
        <OpenedSpec
          file={notice.file}
          opened={notice.sentence.opened}
          onUndo={after(undoSpec)}
          onDismiss={after(dismissNotice)}
        />
      )}
      {notice?.kind === 'repair-spec' && (
        <OpenedRepairSpec
          file={notice.file}
          opened={notice.sentence.opened}
          onUndo={after(undoSpec)}
          onDismiss={after(dismissNotice)}
        />
      )}
      <OpenedResult onGone={onGone} />
      <OpenedRepair onGone={onGone} />
    </>
  );
}

interface OpenedSpecProps<Experiment> {
  readonly file: string;
  readonly opened: Experiment;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

/** Until the sentence is edited or run: from then on it is no longer what the file said. */
function OpenedSpec(props: OpenedSpecProps<Spec>) {
  const isCurrent = useStore(experimentStore, ({ spec }) => spec === props.opened);
  const isLocked = useStore(runStore, ({ phase }) => isUnderWay(phase));
  if (!isCurrent || isLocked) return null;
  return <FilledIn {...props} what="the experiment" next="Run measures it." />;
}

function OpenedRepairSpec(props: OpenedSpecProps<RepairExperiment>) {
  const isCurrent = useStore(repairDraft, ({ spec }) => spec === props.opened);
  const isLocked = useStore(repairStore, ({ phase }) => isRepairing(phase));
  if (!isCurrent || isLocked) return null;
  return <FilledIn {...props} what="the repair" next="Repair starts it." />;
}

interface FilledInProps extends OpenedSpecProps<Pick<Spec, 'name'>> {
  readonly what: string;
  readonly next: string;
}

function FilledIn({ file, opened, what, next, onUndo, onDismiss }: FilledInProps) {
  return (
    <Notice
      text={
        <p>
          <strong>{file}</strong> has filled in {what} “{opened.name}”. {next}
        </p>
      }
      actions={[
        { label: 'Undo', act: onUndo },
        { label: 'Dismiss', act: onDismiss },
      ]}
    />
  );
}
