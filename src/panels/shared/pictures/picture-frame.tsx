import { Button } from '@mantine/core';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import classes from './picture-frame.module.css';

interface PictureFrameProps {
  readonly heading: ReactNode;
  /** What stands under the heading. */
  readonly below?: ReactNode;
  /** Buttons before those that every picture has. */
  readonly actions?: ReactNode;
  readonly width: 'narrow' | 'middle' | 'wide';
  /** Whether the arrow keys turn to the picture before and after; not where they act on pixels. */
  readonly turnsByArrows?: boolean;
  /** Null at the ends. */
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog about one picture among others. */
export function PictureFrame(props: PictureFrameProps) {
  const { heading, below, actions, width, turnsByArrows = false, children } = props;
  const { onPrevious, onNext, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (!element.open) element.showModal();
    // Only the backdrop has the dialog itself as its target.
    const leave = ({ target }: MouseEvent) => {
      if (target === element) element.close();
    };
    element.addEventListener('click', leave);
    return () => element.removeEventListener('click', leave);
  }, []);

  const turn = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowLeft') onPrevious?.();
    if (key === 'ArrowRight') onNext?.();
  };

  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      data-width={width}
      aria-labelledby={id}
      onClose={onClose}
      {...(turnsByArrows && { onKeyDown: turn })}
    >
      <div className={classes.content}>
        <header className={classes.top}>
          <div>
            <h3 id={id} className={classes.heading}>
              {heading}
            </h3>
            {below}
          </div>
          <div className={classes.buttons}>
            {actions}
            <Button
              variant="default"
              size="xs"
              disabled={!onPrevious}
              onClick={onPrevious ?? undefined}
            >
              Previous
            </Button>
            <Button variant="default" size="xs" disabled={!onNext} onClick={onNext ?? undefined}>
              Next
            </Button>
            <Button variant="default" size="xs" onClick={() => dialog.current?.close()}>
              Close
            </Button>
          </div>
        </header>
        {children}
      </div>
    </dialog>
  );
}
