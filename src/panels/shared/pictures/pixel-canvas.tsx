import { useLayoutEffect, useRef } from 'react';
import classes from './picture.module.css';

interface PixelCanvasProps {
  /** height · width · 3 bytes. */
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** CSS pixels a pixel: whole, or a fraction for a picture that is shown smaller than it is. */
  readonly zoom: number;
  /** What it shows, for who cannot see it; decoration where left out. */
  readonly label?: string;
}

/** A picture whose pixels are squares. */
export function PixelCanvas({ bytes, width, height, zoom, label }: PixelCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = new ImageData(width, height);
    for (let pixel = 0; pixel < width * height; pixel += 1) {
      image.data.set(bytes.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
      image.data[pixel * 4 + 3] = 255;
    }
    context.putImageData(image, 0, 0);
  }, [bytes, width, height]);

  return (
    <canvas
      ref={canvas}
      className={classes.canvas}
      width={width}
      height={height}
      style={{ width: width * zoom, height: height * zoom }}
      data-shrunk={zoom < 1}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    />
  );
}
