import { useEffect, useState } from 'react';
import { droppedFiles } from '../../state/images/found-file.ts';
import { openDropped } from '../../state/open-file/open-dropped.ts';

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

/** Opens what is dropped anywhere on the page; true while files are dragged over it. */
export function useFileDrop(): boolean {
  const [isDragged, setDragged] = useState(false);

  useEffect(() => {
    // Moving between elements enters one before it leaves the other.
    let depth = 0;
    const listeners = new AbortController();
    const on = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', act: () => void) => {
      const listen = (event: DragEvent) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        act();
        if (type === 'drop' && event.dataTransfer !== null) {
          void openDropped(droppedFiles(event.dataTransfer));
        }
      };
      document.addEventListener(type, listen, { signal: listeners.signal });
    };
    const settle = (next: number) => {
      depth = Math.max(0, next);
      setDragged(depth > 0);
    };
    on('dragenter', () => settle(depth + 1));
    on('dragleave', () => settle(depth - 1));
    on('dragover', () => {});
    on('drop', () => settle(0));
    return () => listeners.abort();
  }, []);

  return isDragged;
}
