import { useStore } from 'zustand';
import { canvasStore, noteCanvas } from '../../state/images/canvas-store.ts';
import { Notice } from '../open-file/notice.tsx';

interface CanvasNoticeProps {
  /** Called when the notice has been put away, which would leave the focus nowhere. */
  readonly onGone: () => void;
}

/** Said once, where the browser alters what a page reads from a canvas. */
export function CanvasNotice({ onGone }: CanvasNoticeProps) {
  const isFaithful = useStore(canvasStore, (state) => state.isFaithful);
  const isNoted = useStore(canvasStore, (state) => state.isNoted);
  if (isFaithful !== false || isNoted) return null;
  const dismiss = () => {
    noteCanvas();
    onGone();
  };
  return (
    <Notice
      text={
        <p>
          <strong>This browser alters what pages read from a canvas</strong>, as a protection
          against fingerprinting. Road signs, PNG and JPEG are not touched by it; WebP, AVIF, GIF
          and BMP pictures are refused, thumbnails and stills of the camera may differ. To use them,
          save them as PNG, or allow this page to read canvases and reload it.
        </p>
      }
      actions={[{ label: 'Dismiss', act: dismiss }]}
    />
  );
}
