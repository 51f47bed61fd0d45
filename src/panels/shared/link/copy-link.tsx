import { Button } from '@mantine/core';
import type { SharedLink } from '../../../state/link/share-link.ts';
import { CopiedLink } from './copied-link.tsx';
import { useCopyLink } from './use-copy-link.ts';

interface CopyLinkProps {
  /** The link as it is when the button is pressed. */
  readonly link: () => SharedLink;
  /** What the link leads to changes with this; what was said of an earlier one is then taken back. */
  readonly about: unknown;
}

/** Copies a link to what is shown. */
export function CopyLink({ link, about }: CopyLinkProps) {
  const { copy, copied } = useCopyLink(about);
  return (
    <>
      <Button
        variant="default"
        size="sm"
        title="A link that opens this experiment and view, and can check the numbers"
        onClick={() => void copy(link)}
      >
        Copy link
      </Button>
      <CopiedLink copied={copied} />
    </>
  );
}
