import { Box, Popover } from '@mantine/core';
import { useId, type KeyboardEvent } from 'react';
import type { PartControl } from './part-control.ts';
import classes from './sentence.module.css';

interface SentencePartProps {
  readonly text: string;
  readonly control: PartControl;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** What is wrong with this part; shown under its control as well. */
  readonly problem: string | null;
}

/** A few words of the sentence; they open the control that changes them. */
export function SentencePart({ text, control, isOpen, onOpen, problem }: SentencePartProps) {
  const heading = useId();
  const { title, Control } = control;

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
        {problem !== null && <p className={classes.problem}>{problem}</p>}
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
