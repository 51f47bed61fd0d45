import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ExaminedImage } from '../../../protocol/examine.ts';
import classes from './card.module.css';
import { Lens } from './lens.tsx';
import { useLens } from './use-lens.ts';

interface LensButtonProps {
  readonly examined: ExaminedImage;
  /** Size of a picture in its own pixels. */
  readonly width: number;
  readonly height: number;
  /** CSS pixels a pixel, whole. */
  readonly zoom: number;
  readonly className: string | undefined;
  /** What the pictures show, and what pressing does. */
  readonly label: string;
  readonly onOpen: () => void;
  /** The pictures, each a canvas. */
  readonly children: ReactNode;
}

/** Pictures that open at large; pointing at one magnifies its changed pixels. */
export function LensButton(props: LensButtonProps) {
  const { examined, width, height, zoom, className, label, onOpen, children } = props;
  const lens = useLens(examined.pixels, zoom);
  return (
    <Popover
      opened={lens.index !== null}
      position="top"
      offset={6}
      shadow="md"
      withRoles={false}
      trapFocus={false}
    >
      <Popover.Target>
        <button
          type="button"
          className={className}
          aria-label={label}
          onClick={onOpen}
          {...lens.handlers}
        >
          {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.lens} aria-hidden="true">
        {lens.index !== null && (
          <Lens examined={examined} width={width} height={height} index={lens.index} />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
