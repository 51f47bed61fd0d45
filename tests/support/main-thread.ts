import type { Browser, CDPSession } from '@playwright/test';
import { z } from 'zod';

/** One task of a page's main thread. */
export interface MainThreadTask {
  /** Seconds from the first task on. */
  readonly at: number;
  /** Milliseconds on the clock: also those that the thread waited for a processor. */
  readonly wall: number;
  /** Milliseconds of computing, which other programs do not lengthen. */
  readonly computed: number;
}

const threadSchema = z.object({
  ph: z.literal('M'),
  name: z.literal('thread_name'),
  pid: z.number(),
  tid: z.number(),
  args: z.object({ name: z.string() }),
});

/** Microseconds. */
const taskSchema = z.object({
  ph: z.literal('X'),
  name: z.string().endsWith('RunTask'),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.number(),
  tdur: z.number(),
});

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
  const threads = traceEvents.flatMap((event) => threadSchema.safeParse(event).data ?? []);
  const mains = new Set(
    threads.flatMap(({ pid, tid, args }) =>
      args.name === 'CrRendererMain' ? `${pid} ${tid}` : [],
    ),
  );
  const tasks = traceEvents
    .flatMap((event) => taskSchema.safeParse(event).data ?? [])
    .filter(({ pid, tid }) => mains.has(`${pid} ${tid}`));
  const start = Math.min(...tasks.map(({ ts }) => ts));
  return tasks.map(({ ts, dur, tdur }) => ({
    at: (ts - start) / 1e6,
    wall: dur / 1000,
    computed: tdur / 1000,
  }));
}

/**
 * Traces a browser from now on.
 * @returns ends the trace and lists every task of its pages' main threads
 */
export async function traceMainThread(browser: Browser): Promise<() => Promise<MainThreadTask[]>> {
  const session = await browser.newBrowserCDPSession();
  await session.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    traceConfig: {
      recordMode: 'recordUntilFull',
      traceBufferSizeInKb: 400_000,
      includedCategories: ['toplevel'],
      excludedCategories: ['*'],
    },
  });
  return async () => {
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
