import { existsSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { resultSchema } from '../../../src/protocol/result.ts';
import { runLab } from './run-lab.ts';
import { tinyLab } from './tiny-lab.ts';

const lab = tinyLab(4);
afterAll(() => lab.remove());

// Chromium brings a Vulkan driver of its own, SwiftShader, which Dawn can use where there is no GPU.
const driver = '/usr/lib/chromium';
const icd = `${driver}/vk_swiftshader_icd.json`;
const environment = existsSync(icd)
  ? { VK_ICD_FILENAMES: icd, LD_LIBRARY_PATH: driver }
  : ({} as Record<string, string>);

describe('a sweep on WebGPU in the terminal', () => {
  it('gives the classes of WASM, or says in one line what is missing', async () => {
    const spec = lab.spec();
    const [gpu, wasm] = [lab.path('gpu'), lab.path('wasm')];
    const { code, stderr } = await runLab(
      ['sweep', spec, '--out', gpu, '--backend', 'webgpu'],
      undefined,
      environment,
    );
    if (code !== 0) {
      expect(existsSync(icd)).toBe(false);
      expect(code).toBe(2);
      expect(stderr).toMatch(/--backend webgpu: .*GPU driver/);
      return;
    }
    expect((await runLab(['sweep', spec, '--out', wasm, '--lanes', '1'])).code).toBe(0);
    const result = resultSchema.parse(JSON.parse(readFileSync(`${gpu}/result.json`, 'utf8')));
    expect(result.manifest).toMatchObject({ backend: 'webgpu', complete: true });
    expect(readFileSync(`${gpu}/images.csv`, 'utf8')).toBe(
      readFileSync(`${wasm}/images.csv`, 'utf8'),
    );
  });
});
