import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface NoticeProps {
  readonly text: ReactNode;
  readonly actions?: readonly { readonly label: string; readonly act: () => void }[];
  readonly isFault?: boolean;
}

/** A message that stays until it is put away or no longer true. */
export function Notice({ text, actions, isFault = false }: NoticeProps) {
  return (
    <div className={classes.notice} data-fault={isFault}>
      <div className={classes.text} role={isFault ? 'alert' : 'status'}>
        {text}
      </div>
      {actions !== undefined && (
        <div className={classes.actions}>
          {actions.map(({ label, act }) => (
            <Button key={label} variant="default" size="compact-md" onClick={act}>
              {label}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
