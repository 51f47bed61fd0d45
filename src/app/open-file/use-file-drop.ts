import { useEffect, useState } from 'react';
import { openFile, refuseSeveral } from '../../state/open-file/open-file.ts';

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

function take(transfer: DataTransfer): void {
  const files = [...transfer.files];
  const hasFolder = [...transfer.items].some((item) => item.webkitGetAsEntry()?.isDirectory);
  const [first] = files;
  if (hasFolder || files.length > 1) {
    refuseSeveral(
      files.map(({ name }) => name),
      hasFolder,
    );
  } else if (first !== undefined) {
    void openFile(first);
  }
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
        if (type === 'drop' && event.dataTransfer !== null) take(event.dataTransfer);
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
