import * as tf from '@tensorflow/tfjs-core';
import type { LaneApi } from '../../../src/protocol/lane.ts';
import { fillWasmMemory } from './fill-wasm-memory.ts';

/** Ways to break a running backend for real. */
export const sabotage = {
  'lose the WebGL context': () => {
    const { gpgpu } = tf.backend() as unknown as { gpgpu: { gl: WebGL2RenderingContext } };
    gpgpu.gl.getExtension('WEBGL_lose_context')?.loseContext();
  },
  'destroy the WebGPU device': () => {
    (tf.backend() as unknown as { device: GPUDevice }).device.destroy();
  },
  'fill the WASM memory': () => fillWasmMemory(tf.backend(), 0),
  'leave little WASM memory': () => fillWasmMemory(tf.backend(), 20_000),
  'throw outside any call': () => {
    setTimeout(() => {
      throw new Error('thrown outside any call');
    });
  },
};

export type Sabotage = keyof typeof sabotage;

/** A lane that can be told to break. */
export interface SabotagedLaneApi extends LaneApi {
  /**
   * @param unit number of the call of `classify`, from 1, at which it happens
   * @param when before the unit begins, or while it is being computed
   */
  breakAt(unit: number, how: Sabotage, when: 'before' | 'during'): Promise<void>;
}

/** Adds sabotage to a real lane. */
export function sabotaged(lane: LaneApi): SabotagedLaneApi {
  let calls = 0;
  let plan: { unit: number; how: Sabotage; when: 'before' | 'during' } | null = null;
  return {
    ...lane,
    breakAt: async (unit, how, when) => {
      plan = { unit, how, when };
    },
    classify: (unit) => {
      calls += 1;
      const now = plan !== null && plan.unit === calls ? plan : null;
      if (now?.when === 'before') sabotage[now.how]();
      const answer = lane.classify(unit);
      if (now?.when === 'during') sabotage[now.how]();
      return answer;
    },
  };
}
