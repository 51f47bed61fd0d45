import { Button, Progress } from '@mantine/core';
import { useStore } from 'zustand';
import type { ReadingProgress } from '../../../protocol/model-source.ts';
import { modelsView } from '../../../state/models/models-view-store.ts';
import { cancelOpening, dismissOpening } from '../../../state/models/open-model.ts';
import { megabytes } from '../megabytes.ts';
import classes from './open-model.module.css';

interface OpeningStateProps {
  /** Called when a button has put itself away, which would leave the focus nowhere. */
  readonly onGone: () => void;
}

/** How far the model that is being opened has come, or why it was not opened. */
export function OpeningState({ onGone }: OpeningStateProps) {
  const opening = useStore(modelsView, (state) => state.opening);
  const news = useStore(modelsView, (state) => state.news);
  const dismiss = () => {
    dismissOpening();
    onGone();
  };

  if (opening.phase === 'reading') {
    return (
      <div className={classes.reading}>
        <output>{progressText(opening.progress, opening.subject)}</output>
        <Progress
          value={100 * shareOf(opening.progress)}
          size="sm"
          aria-label="How much of the model has been read"
        />
        <Button
          variant="default"
          size="compact-md"
          onClick={() => {
            cancelOpening();
            onGone();
          }}
        >
          Cancel
        </Button>
      </div>
    );
  }
  if (opening.phase === 'failed') {
    return (
      <div className={classes.failed} role="alert">
        <h3>{opening.subject} was not opened</h3>
        <p>{opening.error.message}</p>
        <p>The models that are listed stay as they are.</p>
        <Button variant="default" size="compact-md" onClick={dismiss}>
          Dismiss
        </Button>
      </div>
    );
  }
  return <output className={classes.news}>{news}</output>;
}

function shareOf(progress: ReadingProgress | null): number {
  if (progress === null) return 0;
  if (progress.step === 'inspect') return 1;
  return progress.of === null || progress.of === 0 ? 0 : progress.bytes / progress.of;
}

/** "Fetching weights.bin: 3.2 MB of 14 MB" */
function progressText(progress: ReadingProgress | null, subject: string): string {
  if (progress === null) return `Opening ${subject}`;
  const { step, file, bytes, of } = progress;
  if (step === 'inspect') return `Inspecting ${file}`;
  if (step === 'read') return `Reading ${file}`;
  if (bytes === 0) return `Fetching ${file}`;
  const whole = of === null ? '' : ` of ${megabytes(of)}`;
  return `Fetching ${file}: ${megabytes(bytes)}${whole}`;
}
