import { expect } from '@playwright/test';
import { button, expectNoViolations, openLab, test } from './lab-page.ts';

/** Noise of the kind that browsers add: one step in a few of the bytes that are read. */
const noise = `{
  const { prototype } = OffscreenCanvasRenderingContext2D;
  const read = prototype.getImageData;
  prototype.getImageData = function (...place) {
    const image = read.apply(this, place);
    for (let at = 0; at < image.data.length; at += 997) image.data[at] ^= 1;
    return image;
  };
}
`;

const warning = 'This browser alters what pages read from a canvas';

test('a browser that alters canvas reads is found out when the page opens, and says what it means', async ({
  quietPage: page,
}) => {
  await page.route('**/report-canvas-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: noise + (await response.text()) });
  });
  await openLab(page);
  await expect(page.getByText(warning)).toBeVisible();
  await expect(page.getByText('PNG and JPEG are not touched by it')).toBeVisible();
  await expectNoViolations(page);
  await openLab(page, '/?panel=images');
  await expect(page.getByText('WebP, AVIF, GIF and BMP are refused')).toBeVisible();
  await openLab(page);
  await button(page, 'Dismiss').click();
  await expect(page.getByText(warning)).toBeHidden();
});

test('a browser that leaves canvas reads alone is checked too, and nothing is said', async ({
  quietPage: page,
}) => {
  const checked = new Promise<void>((resolve) => {
    page.on('worker', (worker) => {
      if (worker.url().includes('report-canvas')) worker.on('close', () => resolve());
    });
  });
  await openLab(page);
  await checked;
  await expect(page.getByText(warning)).toBeHidden();
});
