import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { definitions, type TermName } from '../../run/finding/definitions.ts';
import classes from './term.module.css';

interface TermProps {
  readonly name: TermName;
  readonly children: ReactNode;
}

/** A word of the trade; its definition shows on hover, focus and touch. */
export function Term({ name, children }: TermProps) {
  const { title, text } = definitions[name];
  return (
    <Tooltip
      label={
        <>
          <strong>{title}.</strong> {text}
        </>
      }
      multiline
      interactive
      w={320}
      classNames={{ tooltip: classes.definition }}
      events={{ hover: true, focus: true, touch: true }}
      openDelay={150}
      // Within the page's main part, where what is read aloud belongs.
      portalProps={{ target: '#main' }}
    >
      <button type="button" className={classes.term}>
        {children}
      </button>
    </Tooltip>
  );
}
