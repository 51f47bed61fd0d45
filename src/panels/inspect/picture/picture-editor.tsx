import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { withEdits } from '../../../state/inspect/edits.ts';
import { inspectStore } from '../../../state/inspect/inspect-store.ts';
import { zoomFor } from '../../shared/pictures/zoom-for.ts';
import { ChangesPart } from './changes-part.tsx';
import classes from './picture-editor.module.css';
import { SideViews } from './side-views.tsx';
import { Stage } from './stage.tsx';
import { ToolBar } from './tool-bar.tsx';
import { VerdictStrip } from './verdict-strip.tsx';
import { useEditKeys } from './use-edit-keys.ts';

/** CSS pixels that the picture takes at most. */
const MOST = 512;
/** Side of a picture before it is known. */
const USUAL = 64;

/** The picture, the tools that change it, and what they changed. */
export function PictureEditor() {
  const picture = useStore(inspectStore, (state) => state.picture);
  const edits = useStore(inspectStore, (state) => state.edits);
  const { ref, width: room } = useElementSize();
  useEditKeys();
  const bytes = useMemo(() => picture && withEdits(picture, edits), [picture, edits]);
  const side = picture?.width ?? USUAL;
  const zoom = zoomFor(side, Math.min(room || MOST, MOST));

  return (
    <div className={classes.editor}>
      <p className={classes.lead}>Click or drag to change pixels: every model answers at once.</p>
      <ToolBar />
      <div className={classes.views}>
        <div ref={ref} className={classes.stage}>
          <VerdictStrip />
          {picture !== null && bytes !== null ? (
            <Stage picture={picture} bytes={bytes} edits={edits} zoom={zoom} />
          ) : (
            <div className={classes.place} style={{ width: side * zoom, height: side * zoom }} />
          )}
        </div>
        <SideViews picture={picture} bytes={bytes} edits={edits} />
      </div>
      <ChangesPart />
    </div>
  );
}
