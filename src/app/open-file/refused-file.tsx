import type { Refusal } from '../../state/open-file/refusal.ts';
import { Notice } from './notice.tsx';

interface RefusedFileProps {
  readonly refusal: Refusal;
  readonly onDismiss: () => void;
}

export function RefusedFile({ refusal, onDismiss }: RefusedFileProps) {
  const { heading, message, remedy, command } = refusal;
  return (
    <Notice
      isFault
      text={
        <>
          <h2>{heading}</h2>
          <p>{message} What is shown stays as it is.</p>
          <p>{remedy}</p>
          {command !== undefined && (
            <p>
              <code>{command}</code>
            </p>
          )}
        </>
      }
      actions={[{ label: 'Dismiss', act: onDismiss }]}
    />
  );
}
