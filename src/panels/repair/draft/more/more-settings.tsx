import { useId, useState } from 'react';
import classes from './more-settings.module.css';
import { JudgementSettings } from './judgement-settings.tsx';
import { SampleSettings } from './sample-settings.tsx';
import { TrainingSettings } from './training-settings.tsx';

/** What the sentence leaves out, folded away. */
export function MoreSettings({ isLocked }: { readonly isLocked: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={classes.more}>
      <button
        type="button"
        className={classes.toggle}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
          <path d="M4 2l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.6" />
        </svg>
        More settings
      </button>
      <fieldset id={id} className={classes.groups} hidden={!isOpen} disabled={isLocked}>
        <legend className={classes.legend}>More settings</legend>
        <SampleSettings />
        <TrainingSettings />
        <JudgementSettings />
      </fieldset>
    </div>
  );
}
