import { useState } from 'react';

/** Copies text, and says whether that went well. */
export function useCopied(): {
  readonly said: string;
  readonly copy: (text: string) => Promise<void>;
} {
  const [said, setSaid] = useState('');
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied');
    } catch {
      // Without leave to write to the clipboard the text is shown, to be copied by hand.
      setSaid(text);
    }
  };
  return { said, copy };
}
