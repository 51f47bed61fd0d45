import { expect } from '@playwright/test';
import { withTab, type Tab } from '../support/hidden-tab.ts';
import {
  button,
  chooseImages,
  expectFinished,
  expectUnderWay,
  openLab,
  phase,
  test,
} from './lab-page.ts';

/** Clicks the button of a name, once there is one. */
function press(tab: Tab, name: RegExp): Promise<void> {
  return expect
    .poll(() =>
      tab.evaluate(`(() => {
        const found = [...document.querySelectorAll('button')].find(
          (each) => ${name}.test(each.ariaLabel ?? each.textContent) && !each.disabled,
        );
        found?.click();
        return found !== undefined;
      })()`),
    )
    .toBe(true);
}

const titleOf = (tab: Tab) => tab.evaluate('document.title');

/** Notes which notifications are shown, and how often a timer of 100 ms comes. */
const watch = `(() => {
  globalThis.told = [];
  globalThis.Notification = class extends Notification {
    constructor(title, options) {
      super(title, options);
      this.addEventListener('show', () => told.push(title));
    }
  };
  globalThis.startTimer = () => {
    let ticks = 0;
    const start = performance.now();
    setInterval(() => { ticks += 1; }, 100);
    globalThis.ticksPerSecond = () => (1000 * ticks) / (performance.now() - start);
  };
})()`;

test('a run goes on in a hidden tab whose timers stand still, the title says how far it is, and its end is told', async ({
  baseURL,
}) => {
  await withTab(`${baseURL ?? ''}/?models=resnet,densenet`, async (tab) => {
    await tab.evaluate(watch);
    await tab.allowNotifications();
    const isReady = `[...document.querySelectorAll('button')].some((each) => /· \\d+ lanes?$/.test(each.textContent))`;
    await expect.poll(() => tab.evaluate(isReady)).toBe(true);
    await press(tab, /^Run$/);
    await press(tab, /^Tell me when it is done$/);
    await tab.hide();
    await expect.poll(() => tab.evaluate('document.visibilityState')).toBe('hidden');
    await tab.evaluate('startTimer()');
    const before = String(await titleOf(tab));
    expect(before).toMatch(/^\d+\s% · Pixelproof$/);
    await expect.poll(() => titleOf(tab), { timeout: 60_000 }).not.toBe(before);
    await expect.poll(() => titleOf(tab), { timeout: 360_000 }).toBe('Pixelproof');
    expect(Number(await tab.evaluate('ticksPerSecond()'))).toBeLessThan(2);
    await expect.poll(() => tab.evaluate('told')).toEqual(['Run finished']);
  });
});

/** Notes the wake locks that are held. */
const watchLocks = `
  globalThis.held = new Set();
  const request = navigator.wakeLock.request.bind(navigator.wakeLock);
  navigator.wakeLock.request = async (type) => {
    const lock = await request(type);
    held.add(lock);
    lock.addEventListener('release', () => held.delete(lock));
    return lock;
  };
`;

test('while a run is under way the screen is kept on and leaving asks; neither before nor after', async ({
  quietPage: page,
}) => {
  await page.addInitScript({ content: watchLocks });
  const asks = () =>
    page.evaluate(`(() => {
      const leave = new Event('beforeunload', { cancelable: true });
      return !dispatchEvent(leave);
    })()`);
  const held = () => page.evaluate('held.size');
  await openLab(page);
  await chooseImages(page, 150);
  expect(await asks()).toBe(false);

  await button(page, 'Run').click();
  await expectUnderWay(page);
  await expect.poll(held).toBe(1);
  expect(await asks()).toBe(true);
  await button(page, 'Pause').click();
  await expect(phase(page, 'Paused')).toBeVisible();
  await expect.poll(held).toBe(0);
  await button(page, 'Resume').click();
  await expectFinished(page);
  await expect.poll(held).toBe(0);
  expect(await asks()).toBe(false);
});

test('nobody is asked to allow notifications before they want one, and a refusal is said', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await chooseImages(page, 100);
  await button(page, 'Run').click();
  await expectUnderWay(page);
  expect(await page.evaluate('Notification.permission')).not.toBe('granted');
  await button(page, 'Tell me when it is done').click();
  await expect(page.getByText('This browser blocks notifications here')).toBeVisible();
  await button(page, 'Cancel').click();
});
