import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { saveBlob } from './save-blob.ts';
import classes from './save-menu.module.css';
import type { SavedDrawing } from './saved-drawing.ts';
import type { SavedFigure } from './saved-figure.ts';

interface SaveMenuProps {
  /** Name of the files without their ending. */
  readonly name: string;
  /** Null while there is nothing to save. */
  readonly figure: () => SavedFigure | SavedDrawing | null;
  /** What the figure is, where a page has several: "Save Table 10"; read aloud. */
  readonly label?: string;
  readonly disabled: boolean;
}

async function save(
  figure: SavedFigure | SavedDrawing,
  name: string,
  kind: 'png' | 'svg',
): Promise<void> {
  const { figureSvg } = await import('./figure-svg.tsx');
  const svg = figureSvg(figure);
  if (kind === 'svg') {
    saveBlob(new Blob([svg], { type: 'image/svg+xml' }), `${name}.svg`);
    return;
  }
  const { svgToPng } = await import('./svg-to-png.ts');
  saveBlob(await svgToPng(svg), `${name}.png`);
}

/** Saves a figure as a picture or as a drawing. */
export function SaveMenu({ name, figure, disabled, label }: SaveMenuProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const start = (kind: 'png' | 'svg') => {
    const drawn = figure();
    setProblem(null);
    if (drawn === null) return;
    save(drawn, name, kind).catch((error: unknown) =>
      setProblem(error instanceof Error ? error.message : String(error)),
    );
  };

  return (
    <div className={classes.save}>
      {problem !== null && (
        <p role="alert" className={classes.problem}>
          Nothing was saved: {problem}.
        </p>
      )}
      <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button variant="default" size="xs" disabled={disabled} aria-label={label}>
            Save figure
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => start('png')}>PNG picture</Menu.Item>
          <Menu.Item onClick={() => start('svg')}>SVG drawing</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
