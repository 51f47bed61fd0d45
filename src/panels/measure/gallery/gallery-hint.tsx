import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { modelName } from '../../../state/models/model-list.ts';
import type { SweepResult } from '../../../protocol/result.ts';
import { measureWords } from '../../../run/finding/measure-words.ts';
import { viewStore } from '../../../state/answer/view-store.ts';
import { worstCell } from '../../../state/gallery/cell-pictures.ts';
import { pixelsOf } from '../../../run/number-text.ts';
import classes from './gallery.module.css';

/** What goes here, while it is not there. */
export function GalleryHint({ children }: { readonly children: ReactNode }) {
  return <p className={classes.hint}>{children}</p>;
}

/** Says what to click, and offers the point where most images go wrong. */
export function NothingPinned({ result }: { readonly result: SweepResult }) {
  const worst = worstCell(result);
  return (
    <>
      <GalleryHint>
        Click a point of the curve to see the images behind it: those that{' '}
        {measureWords(result.spec).goBad} there, before and after, with every changed pixel.
      </GalleryHint>
      {worst !== null && (
        <Button
          variant="default"
          size="sm"
          title={`${modelName(worst.model)}, ${pixelsOf(worst.count)} changed`}
          onClick={() => viewStore.getState().pin(worst)}
        >
          Show the worst cell
        </Button>
      )}
    </>
  );
}
