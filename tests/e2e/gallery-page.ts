import type { Locator, Page } from '@playwright/test';
import { roadsideClasses } from '../../src/images/roadside/classes.ts';

/** The pictures behind a point of the curve. */
export function gallery(page: Page): Locator {
  return page.getByRole('region', { name: 'The pictures behind a point' });
}

export function cards(page: Page): Locator {
  return gallery(page).getByRole('listitem');
}

/** The pictures that can be opened: those that have been examined. */
export function pictures(page: Page): Locator {
  return cards(page).getByRole('button', { name: /Open it$/ });
}

/** What a canvas of the page offers; tests are compiled without a DOM. */
interface Drawn {
  readonly width: number;
  readonly height: number;
  getContext(kind: '2d'): {
    getImageData(x: number, y: number, width: number, height: number): { data: Iterable<number> };
  } | null;
}

/** The pixels of a picture, R, G, B interleaved. */
export async function bytesOf(canvas: Locator): Promise<number[]> {
  return canvas.evaluate((element) => {
    const drawn = element as unknown as Drawn;
    const image = drawn.getContext('2d')?.getImageData(0, 0, drawn.width, drawn.height);
    return [...(image?.data ?? [])].filter((_, at) => at % 4 < 3);
  });
}

/** A class of Roadside at the start of a line. */
export function className(label: number): string {
  const name = (roadsideClasses[label] ?? '').replaceAll('-', ' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
