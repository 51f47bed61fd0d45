import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { chromiumPath } from '../tests/support/chromium.ts';

const publicFolder = new URL('../public/', import.meta.url);

interface Icon {
  readonly file: string;
  readonly size: number;
  /** Fills the square to its corners, with the drawing inside the part that no mask cuts off. */
  readonly isFull: boolean;
}

const icons: readonly Icon[] = [
  { file: '180.png', size: 180, isFull: true },
  { file: '192.png', size: 192, isFull: false },
  { file: '512.png', size: 512, isFull: false },
  { file: 'maskable-512.png', size: 512, isFull: true },
];

/** Share of a full icon's side that the favicon takes: its pixels stay inside a circular mask. */
const DRAWING = 0.9;

const svg = await readFile(new URL('favicon.svg', publicFolder), 'utf8');
const ground = /<rect width="16" height="16"[^>]* fill="(#[\da-f]{6})"/.exec(svg)?.[1];
if (ground === undefined) throw new Error('favicon.svg has no square of one colour behind it');
const picture = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;

await mkdir(new URL('icons/', publicFolder), { recursive: true });
const executablePath = chromiumPath();
const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(executablePath === undefined ? {} : { executablePath }),
});
for (const { file, size, isFull } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const side = isFull ? Math.round(size * DRAWING) : size;
  await page.setContent(
    `<body style="margin:0;display:grid;place-items:center;height:100vh${isFull ? `;background:${ground}` : ''}">
      <img src="${picture}" width="${side}" height="${side}" style="display:block">
    </body>`,
  );
  await page.evaluate('document.images[0].decode()');
  await page.screenshot({
    path: fileURLToPath(new URL(`icons/${file}`, publicFolder)),
    omitBackground: true,
  });
  await page.close();
}
await browser.close();
