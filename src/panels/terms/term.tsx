import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './term.module.css';

const definitions = {
  eligible:
    'Eligible images: those that every model classifies correctly before any pixel is changed. All models are judged on the same ones.',
  PX5: 'PX5: the number of changed pixels at which 5 % of the eligible images are misclassified, between two measured counts on a logarithmic scale, with a 95 % bootstrap interval over images.',
} as const;

interface TermProps {
  readonly name: keyof typeof definitions;
  readonly children: ReactNode;
}

/** A word of the trade; its definition shows on hover, focus and touch. */
export function Term({ name, children }: TermProps) {
  return (
    <Tooltip
      label={definitions[name]}
      multiline
      w={300}
      events={{ hover: true, focus: true, touch: true }}
      openDelay={150}
    >
      <button type="button" className={classes.term}>
        {children}
      </button>
    </Tooltip>
  );
}
