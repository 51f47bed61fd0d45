import type { PartControl, PartProblem } from './part-control.ts';
import type { Piece } from './pieces.ts';
import { SentencePart } from './sentence-part.tsx';
import classes from './sentence.module.css';

interface SentenceProps<Name extends string> {
  readonly pieces: readonly Piece<Name>[];
  readonly controls: Readonly<Record<Name, PartControl>>;
  readonly className: string | undefined;
  /** Readable only, while a run goes on. */
  readonly isLocked: boolean;
  readonly open: Name | null;
  readonly onOpen: (part: Name | null) => void;
  readonly problem: PartProblem | null;
}

/** Words in a row; those that can be edited are marked and open a control. */
export function Sentence<Name extends string>(props: SentenceProps<Name>) {
  const { pieces, controls, className, isLocked, open, onOpen, problem } = props;
  return (
    <p className={className}>
      {pieces.map((piece) => {
        if (typeof piece === 'string') return piece;
        const { part, text } = piece;
        if (isLocked) {
          return (
            <strong key={part} className={classes.part} data-locked>
              {text}
            </strong>
          );
        }
        return (
          <SentencePart
            key={part}
            text={text}
            control={controls[part]}
            isOpen={open === part}
            onOpen={(isOpen) => onOpen(isOpen ? part : null)}
            problem={problem?.part === part ? problem.message : null}
          />
        );
      })}
    </p>
  );
}
