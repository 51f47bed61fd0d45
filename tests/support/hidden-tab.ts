import { chromium } from '@playwright/test';
import { z } from 'zod';
import { chromiumArgs, chromiumPath } from './chromium.ts';

const answerSchema = z.object({
  id: z.number(),
  result: z.object({ result: z.object({ value: z.unknown().optional() }).optional() }).optional(),
});

/** Timers of a hidden page wait for a whole minute after one second of it, not after five minutes. */
const throttling = 'IntensiveWakeUpThrottling:grace_period_seconds/1';

const args = chromiumArgs.map((arg) =>
  arg.startsWith('--enable-features=') ? `${arg},${throttling}` : arg,
);

const loadedSchema = z.object({ method: z.literal('Page.loadEventFired') });

/** A tab of an ordinary window, which another tab can stand in front of. */
export interface Tab {
  /** Value of an expression, also of one that promises it. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Opens another tab in front, so that this one is hidden. */
  readonly hide: () => Promise<void>;
  /** Allows notifications, as a person would when asked. */
  readonly allowNotifications: () => Promise<void>;
}

/**
 * Opens a page in a browser that treats hidden tabs as it does a person's. Pages of a test are never
 * hidden: the test's driver has each of them behave as if it were in front, and turns the delay of
 * their timers off.
 */
export async function withTab(address: string, work: (tab: Tab) => Promise<void>): Promise<void> {
  const executablePath = chromiumPath();
  const browser = await chromium.launch({
    args,
    ignoreDefaultArgs: [
      '--disable-background-timer-throttling',
      '--disable-renderer-backgrounding',
      '--disable-backgrounding-occluded-windows',
    ],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  try {
    const session = await browser.newBrowserCDPSession();
    const { targetId } = await session.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
    const waiting = new Map<number, (value: unknown) => void>();
    const loaded = new Promise<void>((resolve) => {
      session.on('Target.receivedMessageFromTarget', ({ message }) => {
        const data: unknown = JSON.parse(message);
        if (loadedSchema.safeParse(data).success) resolve();
        const answer = answerSchema.safeParse(data).data;
        if (answer !== undefined) waiting.get(answer.id)?.(answer.result?.result?.value);
      });
    });
    let asked = 0;
    const send = (method: string, params: Readonly<Record<string, unknown>> = {}) => {
      asked += 1;
      const id = asked;
      return new Promise<unknown>((resolve, reject) => {
        waiting.set(id, resolve);
        const message = JSON.stringify({ id, method, params });
        session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
      });
    };
    const evaluate = (expression: string) =>
      send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
        userGesture: true,
      });
    await send('Page.enable');
    await send('Page.navigate', { url: address });
    await loaded;
    await work({
      evaluate,
      hide: async () => {
        await session.send('Target.createTarget', { url: 'about:blank' });
      },
      allowNotifications: async () => {
        const { origin } = new URL(address);
        await session.send('Browser.grantPermissions', { permissions: ['notifications'], origin });
      },
    });
  } finally {
    await browser.close();
  }
}
