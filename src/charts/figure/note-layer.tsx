import { useState, type ReactNode, type SyntheticEvent } from 'react';
import classes from './note-layer.module.css';

interface Note {
  readonly text: string;
  /** In pixels of the window: the middle of what it belongs to, and its upper edge. */
  readonly middle: number;
  readonly top: number;
}

interface NoteLayerProps {
  /** Escape hides the note, and does this besides. */
  readonly onEscape: () => void;
  readonly children: ReactNode;
}

function noteOf({ target }: SyntheticEvent): Note | null {
  if (!(target instanceof Element)) return null;
  const owner = target.closest<HTMLElement>('[data-note]');
  const text = owner?.dataset['note'];
  if (owner === null || text === undefined) return null;
  const box = owner.getBoundingClientRect();
  return { text, middle: box.left + box.width / 2, top: box.top };
}

/**
 * Shows what a figure rests on beside whatever carries it in `data-note`, on hover and focus. One
 * layer serves a whole table; who hears the page finds the same words in the figure's name.
 */
export function NoteLayer({ onEscape, children }: NoteLayerProps) {
  const [note, setNote] = useState<Note | null>(null);
  const show = (event: SyntheticEvent) => setNote(noteOf(event));
  const hide = () => setNote(null);

  return (
    <div
      role="presentation"
      className={classes.layer}
      onPointerOver={show}
      onPointerLeave={hide}
      onFocus={show}
      onBlur={hide}
      onKeyDown={({ key }) => {
        if (key !== 'Escape') return;
        hide();
        onEscape();
      }}
    >
      {children}
      {note !== null && (
        <div
          className={classes.note}
          aria-hidden="true"
          style={{
            left: `clamp(8px, ${note.middle - 140}px, 100vw - 296px)`,
            top: note.top - 6,
          }}
        >
          <span>{note.text}</span>
        </div>
      )}
    </div>
  );
}
