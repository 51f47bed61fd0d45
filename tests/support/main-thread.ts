import type { CDPSession, Page } from '@playwright/test';
import { z } from 'zod';

/** One task of a page's main thread. */
export interface MainThreadTask {
  /** Seconds from the first task on. */
  readonly at: number;
  /** Milliseconds on the clock: also those that the thread waited for a processor. */
  readonly wall: number;
  /**
   * Milliseconds of computing, without those in which the browser itself starts a worker's thread:
   * half a millisecond, and up to 105 where other programs hold the processors and it spins.
   */
  readonly computed: number;
}

/** Set in the page at the end of a trace: its thread is the one that is asked for. */
const MARK = 'the trace ends';

const markSchema = z.object({ name: z.literal(MARK), pid: z.number(), tid: z.number() });

/** Microseconds. */
const durationSchema = z.object({
  ph: z.literal('X'),
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.number(),
  tdur: z.number(),
});

const taskSchema = durationSchema.extend({ name: z.string().endsWith('RunTask') });

/** The browser's word to a page that the thread of a worker can be started; no script of the page runs in it. */
const workerStartSchema = durationSchema.extend({
  name: z.literal('Receive mojo message'),
  args: z.object({
    chrome_mojo_event_info: z.object({
      mojo_interface_tag: z.literal('blink.mojom.DedicatedWorkerHostFactoryClient'),
    }),
  }),
});

type Duration = z.infer<typeof durationSchema>;

function isWithin(inner: Duration, outer: Duration): boolean {
  return inner.ts >= outer.ts && inner.ts + inner.dur <= outer.ts + outer.dur;
}

async function readStream(session: CDPSession, handle: string): Promise<string> {
  const parts: string[] = [];
  for (;;) {
    const { data, eof, base64Encoded } = await session.send('IO.read', { handle, size: 2 ** 20 });
    parts.push(base64Encoded ? Buffer.from(data, 'base64').toString() : data);
    if (eof) return parts.join('');
  }
}

function tasksOf(trace: string): MainThreadTask[] {
  const { traceEvents } = z.object({ traceEvents: z.array(z.unknown()) }).parse(JSON.parse(trace));
  const mark = traceEvents.flatMap((event) => markSchema.safeParse(event).data ?? [])[0];
  if (mark === undefined) throw new Error('the trace does not tell the thread of the page');
  const onThread = <Event extends Duration>(schema: z.ZodType<Event>) =>
    traceEvents
      .flatMap((event) => schema.safeParse(event).data ?? [])
      .filter(({ pid, tid }) => pid === mark.pid && tid === mark.tid);
  const tasks = onThread(taskSchema);
  const workerStarts = onThread(workerStartSchema);
  const start = Math.min(...tasks.map(({ ts }) => ts));
  return tasks.map((task) => {
    const starting = workerStarts
      .filter((each) => isWithin(each, task))
      .reduce((sum, { tdur }) => sum + tdur, 0);
    return {
      at: (task.ts - start) / 1e6,
      wall: task.dur / 1000,
      computed: (task.tdur - starting) / 1000,
    };
  });
}

/**
 * Traces a page from now on, through navigations.
 * @returns ends the trace and lists every task of the page's main thread
 */
export async function traceMainThread(page: Page): Promise<() => Promise<MainThreadTask[]>> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('the page has no browser');
  const session = await browser.newBrowserCDPSession();
  await session.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    traceConfig: {
      recordMode: 'recordUntilFull',
      traceBufferSizeInKb: 400_000,
      includedCategories: ['toplevel', 'blink.user_timing'],
      excludedCategories: ['*'],
    },
  });
  return async () => {
    await page.evaluate((name) => void performance.mark(name), MARK);
    const complete = new Promise<string>((resolve, reject) => {
      session.on('Tracing.tracingComplete', ({ stream, dataLossOccurred }) => {
        if (stream === undefined || dataLossOccurred) reject(new Error('the trace is not whole'));
        else resolve(stream);
      });
    });
    await session.send('Tracing.end');
    return tasksOf(await readStream(session, await complete));
  };
}
