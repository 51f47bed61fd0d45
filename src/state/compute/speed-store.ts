import { z } from '../../protocol/zod.ts';
import { createStore } from 'zustand/vanilla';
import type { BackendName } from '../../protocol/lane.ts';

/** Seconds of one image on one lane, by model. */
type Speeds = Readonly<Record<string, number>>;

interface SpeedState {
  /** Measured on this machine, by backend. */
  readonly measured: Readonly<Partial<Record<BackendName, Speeds>>>;
  readonly record: (backend: BackendName, speeds: Speeds) => void;
}

const storageKey = 'pixelproof speeds';
const speeds = z.record(z.string(), z.number().positive());
const storedSchema = z.strictObject({
  webgpu: speeds.optional(),
  webgl: speeds.optional(),
  wasm: speeds.optional(),
  cpu: speeds.optional(),
});

function readStored(): SpeedState['measured'] {
  try {
    const { webgpu, webgl, wasm, cpu } = storedSchema.parse(
      JSON.parse(localStorage.getItem(storageKey) ?? '{}'),
    );
    return {
      ...(webgpu && { webgpu }),
      ...(webgl && { webgl }),
      ...(wasm && { wasm }),
      ...(cpu && { cpu }),
    };
  } catch {
    // Storage may be blocked or hold something else; the speed is measured again then.
    return {};
  }
}

function store(measured: SpeedState['measured']): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(measured));
  } catch {
    // Without storage the figures last as long as the page.
  }
}

/** How fast this machine classifies, kept between visits. */
export const speedStore = createStore<SpeedState>()((set, get) => ({
  measured: readStored(),
  record: (backend, added) => {
    const { measured } = get();
    const next = { ...measured, [backend]: { ...measured[backend], ...added } };
    set({ measured: next });
    store(next);
  },
}));
