import type { RunSnapshot } from '../run/sweep-types.ts';

const PLAIN_EVERY = 2000;
const TTY_EVERY = 200;

/** Whole seconds, minutes or hours, as a person says them. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const minutes = Math.floor(whole / 60);
  if (minutes === 0) return `${whole} s`;
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/**
 * What a run is doing, in one line for a person.
 * @param counted what is done and to do
 */
export function progressLine(snapshot: RunSnapshot<unknown>, counted = 'classifications'): string {
  const { done, total, totalIsEstimate, imagesPerSecond, secondsLeft } = snapshot;
  const about = totalIsEstimate ? 'about ' : '';
  const parts = [`${done} of ${about}${total} ${counted}`];
  if (imagesPerSecond !== null) parts.push(`${Math.round(imagesPerSecond)} images/s`);
  if (secondsLeft !== null) parts.push(`${duration(secondsLeft)} left`);
  const changed = snapshot.recoveries.length;
  if (changed > 0) parts.push(`${changed} worker${changed === 1 ? '' : 's'} replaced`);
  return parts.join(', ');
}

/** The parts of process.stderr that are used; the first two are missing where it is no terminal. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface LinePrinter {
  /** @param line - asked for only where it is written */
  show(line: () => string): void;
  /** Ends the line. */
  end(): void;
}

/** Keeps one line up to date on a terminal; elsewhere writes a line after every two seconds. */
export function linePrinter(
  stream: ProgressStream,
  now: () => number = () => performance.now(),
): LinePrinter {
  const live = stream.isTTY ?? false;
  const every = live ? TTY_EVERY : PLAIN_EVERY;
  let last: number | null = null;
  let open = false;
  return {
    show: (line) => {
      last ??= live ? Number.NEGATIVE_INFINITY : now();
      if (now() - last < every) return;
      last = now();
      if (live) {
        const width = stream.columns ?? 80;
        stream.write(`\r\u001B[K${line().slice(0, width - 1)}`);
        open = true;
      } else {
        stream.write(`${line()}\n`);
      }
    },
    end: () => {
      if (open) stream.write('\n');
      open = false;
    },
  };
}

export interface ProgressPrinter {
  show(snapshot: RunSnapshot<unknown>): void;
  /** Ends the line. */
  end(): void;
}

/** Prints what a run is doing while it runs, as {@link linePrinter} does. */
export function progressPrinter(
  stream: ProgressStream,
  now?: () => number,
  counted?: string,
): ProgressPrinter {
  const printer = linePrinter(stream, now);
  return {
    show: (snapshot) => {
      if (snapshot.phase === 'running') printer.show(() => progressLine(snapshot, counted));
    },
    end: () => printer.end(),
  };
}
