import classes from './run-box.module.css';

interface LastAnswerProps {
  /** Says whose answer is still shown. */
  readonly text: string;
  /** Of the button that brings its sentence back. */
  readonly label: string;
  /** Null where there is none to bring back. */
  readonly onShow: (() => void) | null;
}

/** Says whose answer is shown while the sentence asks for something else, and leads back to it. */
export function LastAnswer({ text, label, onShow }: LastAnswerProps) {
  return (
    <>
      {text}{' '}
      {onShow !== null && (
        <button type="button" className={classes.link} onClick={onShow}>
          {label}
        </button>
      )}
    </>
  );
}
