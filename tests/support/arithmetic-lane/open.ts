import { Worker } from 'node:worker_threads';
import { wrap } from 'comlink';
import { nodeEndpoint } from '../../../src/workers/node-endpoint.ts';
import type { SweepLaneApi } from '../../../src/protocol/lane.ts';
import type { OpenLane } from '../../../src/run/lane-handle.ts';
import { arithmeticLane, type Fault } from './lane.ts';

/** Lanes that were opened, and how many of them are alive. */
export interface LaneYard {
  readonly open: OpenLane;
  readonly counts: { opened: number; alive: number };
}

export interface PlannedFault extends Fault {
  /** How often it strikes, over all lanes. */
  readonly times: number;
}

function countersOf(faults: readonly PlannedFault[]): Int32Array {
  const counters = new Int32Array(new SharedArrayBuffer(4 * Math.max(1, faults.length)));
  for (const [index, { times }] of faults.entries()) counters[index] = times;
  return counters;
}

/** Lanes in threads of their own. */
export function threadYard(faults: readonly PlannedFault[] = []): LaneYard {
  const counts = { opened: 0, alive: 0 };
  const counters = countersOf(faults);
  const open = async (): ReturnType<OpenLane> => {
    const script = new URL('./thread.ts', import.meta.url).href;
    const worker = new Worker(new URL('../../../src/workers/node-thread.mjs', import.meta.url), {
      workerData: { script, faults, counters },
    });
    counts.opened += 1;
    counts.alive += 1;
    const ended = new Promise<string>((resolve) => {
      worker.once('error', (error) => resolve(error.message));
      worker.once('exit', (code) => {
        counts.alive -= 1;
        resolve(`the thread ended with code ${code}`);
      });
    });
    return {
      api: wrap<SweepLaneApi>(nodeEndpoint(worker)),
      ended,
      terminate: () => void worker.terminate(),
    };
  };
  return { open, counts };
}

/** Lanes in this thread, for what needs no second one: they answer, and end when told to. */
export function localYard(faults: readonly PlannedFault[] = []): LaneYard {
  const counts = { opened: 0, alive: 0 };
  const counters = countersOf(faults);
  const open = async (): ReturnType<OpenLane> => {
    counts.opened += 1;
    counts.alive += 1;
    let end: (reason: string) => void = () => undefined;
    const ended = new Promise<string>((resolve) => {
      end = resolve;
    });
    const api = arithmeticLane({
      faults,
      counters,
      exit: () => end('ended itself'),
      hang: () => new Promise(() => undefined),
    });
    let isAlive = true;
    const terminate = () => {
      if (isAlive) counts.alive -= 1;
      isAlive = false;
      end('ended');
    };
    return { api, ended, terminate };
  };
  return { open, counts };
}
