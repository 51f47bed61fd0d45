import { useState } from 'react';
import type { SharedLink } from '../../../state/link/share-link.ts';

/** What became of a link that was to be copied. */
export interface CopiedLink {
  /** For a person. */
  readonly text: string;
  /** To be copied by hand, where the page may not write to the clipboard. */
  readonly address: string | null;
}

/**
 * Copies a link and says what became of it.
 * @param about what is said of an earlier link is taken back when this changes
 */
export function useCopyLink(about: unknown) {
  const [said, setSaid] = useState<{ about: unknown; copied: CopiedLink } | null>(null);

  const copy = async (link: () => SharedLink | Promise<SharedLink>) => {
    const { address, hasNumbers } = await link();
    const holds = hasNumbers ? 'experiment, view and numbers' : 'experiment and view, no numbers';
    try {
      await navigator.clipboard.writeText(address);
      setSaid({ about, copied: { text: `Copied: ${holds}`, address: null } });
    } catch {
      const text = 'This page may not write to the clipboard. Copy the link from here';
      setSaid({ about, copied: { text, address } });
    }
  };
  return { copy, copied: said !== null && said.about === about ? said.copied : null };
}
