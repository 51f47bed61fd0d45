import type { SpecProblem } from '../../../../state/experiment/spec-problem.ts';
import { SentencePart } from './sentence-part.tsx';
import type { PartName, Piece } from './sentence-pieces.ts';
import classes from './sentence.module.css';

interface SentenceProps {
  readonly pieces: readonly Piece[];
  readonly className: string | undefined;
  /** Readable only, while a run goes on. */
  readonly isLocked: boolean;
  readonly open: PartName | null;
  readonly onOpen: (part: PartName | null) => void;
  readonly problem: SpecProblem | null;
}

/** Words in a row; those that can be edited are marked and open a control. */
export function Sentence({ pieces, className, isLocked, open, onOpen, problem }: SentenceProps) {
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
            part={part}
            text={text}
            isOpen={open === part}
            onOpen={(isOpen) => onOpen(isOpen ? part : null)}
            problem={problem}
          />
        );
      })}
    </p>
  );
}
