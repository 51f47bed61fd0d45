import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import type { SharedLink } from '../../../state/link/share-link.ts';
import classes from './copy-link.module.css';

interface CopyLinkProps {
  /** The link as it is when the button is pressed. */
  readonly link: () => SharedLink;
  /** What the link leads to changes with this; what was said of an earlier one is then taken back. */
  readonly about: unknown;
}

interface Said {
  readonly about: unknown;
  readonly text: string;
  /** To be copied by hand, where the page may not write to the clipboard. */
  readonly address: string | null;
}

/** Copies a link, or shows it to be copied by hand. */
export function CopyLink({ link, about }: CopyLinkProps) {
  const [said, setSaid] = useState<Said | null>(null);
  const id = useId();
  const shown = said?.about === about ? said : null;

  const copy = async () => {
    const { address, hasNumbers } = link();
    const holds = hasNumbers ? 'experiment, view and numbers' : 'experiment and view, no numbers';
    try {
      await navigator.clipboard.writeText(address);
      setSaid({ about, text: `Copied: ${holds}`, address: null });
    } catch {
      const text = 'This page may not write to the clipboard. Copy the link from here';
      setSaid({ about, text, address });
    }
  };

  return (
    <>
      <Button
        variant="default"
        size="sm"
        title="A link that opens this experiment and view, and can check the numbers"
        onClick={() => void copy()}
      >
        Copy link
      </Button>
      <output className={classes.said} htmlFor={id}>
        {shown?.text ?? ''}
      </output>
      {shown !== null && shown.address !== null && (
        <input
          id={id}
          className={classes.address}
          aria-label="Link"
          readOnly
          value={shown.address}
          ref={(field) => field?.select()}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      )}
    </>
  );
}
