import { describe, expect, it } from 'vitest';
import type { BackendName, BackendReport } from '../../../src/protocol/lane.ts';
import { laneCount, orderBackends, planLanes } from '../../../src/run/backend-order.ts';

const report = (backend: BackendName, change: Partial<BackendReport> = {}): BackendReport => ({
  backend,
  available: true,
  software: false,
  detail: '',
  ...change,
});

const order = (reports: BackendReport[]) => orderBackends(reports).map(({ backend }) => backend);

const budget = { cores: 8, weightBytes: 1e6 };

describe('the order of backends', () => {
  it('is WebGPU, WebGL, WASM, plain JavaScript on a machine with a GPU', () => {
    const reports = [report('cpu'), report('wasm'), report('webgl'), report('webgpu')];
    expect(order(reports)).toEqual(['webgpu', 'webgl', 'wasm', 'cpu']);
  });

  it('puts software adapters behind WASM', () => {
    const software = { software: true };
    const reports = [report('webgpu', software), report('webgl', software), report('wasm')];
    expect(order([...reports, report('cpu')])).toEqual(['wasm', 'webgl', 'webgpu', 'cpu']);
    expect(order([report('webgpu', software), report('webgl'), report('wasm')])).toEqual([
      'webgl',
      'wasm',
      'webgpu',
    ]);
  });

  it('leaves out what is not available', () => {
    expect(order([report('webgpu', { available: false }), report('wasm')])).toEqual(['wasm']);
  });

  it('says why', () => {
    const detail = 'SwiftShader';
    const [choice] = orderBackends([report('webgl', { software: true, detail })]);
    expect(choice?.reason).toBe('WebGL runs in software here (SwiftShader), slower than WASM');
  });
});

describe('the number of lanes', () => {
  it('is one a core on WASM and one elsewhere', () => {
    expect(laneCount('wasm', budget)).toBe(8);
    expect(laneCount('webgpu', budget)).toBe(1);
    expect(laneCount('webgl', budget)).toBe(1);
    expect(laneCount('cpu', budget)).toBe(1);
  });

  it('shrinks where the weights of all lanes would not fit, but never below one', () => {
    expect(laneCount('wasm', { ...budget, weightBytes: 200e6 })).toBe(2);
    expect(laneCount('wasm', { ...budget, weightBytes: 5e9 })).toBe(1);
  });

  it('goes with the preferred backend first and keeps the others to fall back on', () => {
    const choices = orderBackends([report('webgl'), report('wasm'), report('cpu')]);
    expect(planLanes(choices, budget, 'wasm')).toEqual([
      { backend: 'wasm', lanes: 8 },
      { backend: 'webgl', lanes: 1 },
      { backend: 'cpu', lanes: 1 },
    ]);
  });
});
