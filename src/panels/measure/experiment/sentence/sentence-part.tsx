import { Box, Popover } from '@mantine/core';
import { useId, type KeyboardEvent } from 'react';
import type { SpecProblem } from '../../../../state/experiment/spec-problem.ts';
import { partControls } from './part-controls.ts';
import type { Part } from './sentence-pieces.ts';
import classes from './sentence.module.css';

interface SentencePartProps extends Part {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** Shown under the control as well where it is about this part. */
  readonly problem: SpecProblem | null;
}

/** A few words of the sentence; they open the control that changes them. */
export function SentencePart({ part, text, isOpen, onOpen, problem }: SentencePartProps) {
  const heading = useId();
  const { title, Control } = partControls[part];

  return (
    <Popover
      opened={isOpen}
      onChange={onOpen}
      position="bottom-start"
      width={348}
      shadow="md"
      middlewares={{ flip: true, shift: { padding: 12 }, inline: true }}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Words text={text} title={title} onOpen={() => onOpen(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown
        className={classes.dropdown}
        aria-labelledby={heading}
        onKeyDown={(event: KeyboardEvent<HTMLElement>) => {
          if (isAnswered(event)) onOpen(false);
        }}
      >
        <h2 id={heading} className={classes.heading}>
          {title}
        </h2>
        <Control />
        {problem?.part === part && <p className={classes.problem}>{problem.message}</p>}
      </Popover.Dropdown>
    </Popover>
  );
}

/** Enter in a field with a valid entry, as in a form of one field. */
function isAnswered({ key, target }: KeyboardEvent<HTMLElement>): boolean {
  return (
    key === 'Enter' &&
    target instanceof HTMLInputElement &&
    target.type === 'text' &&
    target.ariaInvalid !== 'true'
  );
}

interface WordsProps {
  readonly text: string;
  readonly title: string;
  readonly onOpen: () => void;
  readonly ref?: React.Ref<HTMLSpanElement>;
}

/** A `button` element would be one box, which cannot break across the lines of the sentence. */
const asButton = { role: 'button', tabIndex: 0 } as const;

function Words({ text, title, onOpen, ...others }: WordsProps) {
  return (
    <Box
      component="span"
      {...asButton}
      {...others}
      className={classes.part}
      title={title}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onOpen();
      }}
    >
      {text}
    </Box>
  );
}
