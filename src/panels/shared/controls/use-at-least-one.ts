import { useState } from 'react';

/**
 * Keeps the last choice of a list: taking it away leaves the list as it is and gives a message.
 * @returns the message, empty while there is none, and what to call with the next list
 */
export function useAtLeastOne<T>(what: string, choose: (next: T[]) => void) {
  const [message, setMessage] = useState('');
  const offer = (next: T[]) => {
    setMessage(next.length === 0 ? `Keep at least one ${what}; choose another one first.` : '');
    if (next.length > 0) choose(next);
  };
  return [message, offer] as const;
}
