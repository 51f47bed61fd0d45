import { Button } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import classes from './run-box.module.css';

/** What the first button does now; without `act` it is shown and cannot be pressed. */
export interface RunAction {
  readonly label: string;
  readonly act?: () => void;
  readonly isQuiet?: boolean;
}

interface RunControlsProps {
  readonly first: RunAction;
  /** Id of the text that says why the first button cannot be pressed; null where it can. */
  readonly hindrance: string | null;
  /** Null where there is nothing to cancel. */
  readonly onCancel: (() => void) | null;
  /** Further buttons. */
  readonly children?: ReactNode;
}

/** Buttons that keep their places, and with them the focus, while a run changes its phase. */
export function RunControls({ first, hindrance, onCancel, children }: RunControlsProps) {
  const button = useRef<HTMLButtonElement>(null);
  const { label, act, isQuiet = false } = first;
  const canAct = act !== undefined && hindrance === null;

  return (
    <div className={classes.buttons}>
      <Button
        ref={button}
        variant={isQuiet ? 'default' : 'filled'}
        {...(!isQuiet && { 'aria-keyshortcuts': 'r' })}
        {...(!canAct && { 'aria-disabled': true, 'data-disabled': true })}
        {...(hindrance !== null && { 'aria-describedby': hindrance })}
        onClick={() => canAct && act()}
      >
        {label}
      </Button>
      {onCancel !== null && (
        <Button
          variant="default"
          onClick={() => {
            onCancel();
            button.current?.focus();
          }}
        >
          Cancel
        </Button>
      )}
      {children}
    </div>
  );
}
