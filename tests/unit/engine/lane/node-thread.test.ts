import { encode } from 'fast-png';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { renderRoadside } from '../../../../src/images/roadside/render.ts';
import type { Unit } from '../../../../src/protocol/lane.ts';
import type { LaneHandle } from '../../../../src/run/lane-handle.ts';
import { openNodeLane } from '../../../../src/workers/open-node-lane.ts';
import { answered } from '../../../support/lanes/answered.ts';
import { tinyModel } from '../../../support/lanes/tiny-model.ts';

async function openLane(): Promise<LaneHandle> {
  const lane = await openNodeLane();
  onTestFinished(() => lane.terminate());
  await answered(lane.api.start({ backend: 'wasm' }));
  await answered(lane.api.loadModel(tinyModel('tiny', 1)));
  return lane;
}

const sha256 = 'cd'.repeat(32);
const unit: Unit = { model: 'tiny', images: Uint32Array.of(0), change: null, margins: true };

test('a lane in a thread reads image files by path and answers as for the same bytes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lane-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const content = join(folder, 'sign.png');
  await writeFile(content, encode({ width: 64, height: 64, data: renderRoadside(8), channels: 3 }));
  const { api } = await openLane();
  await answered(api.openImages([{ kind: 'file', name: 'sign.png', content, sha256 }]));
  const fromFile = await answered(api.classify(unit));
  await answered(api.openImages([{ kind: 'roadside', index: 8 }]));
  const rendered = await answered(api.classify(unit));
  expect(fromFile.margins).toEqual(rendered.margins);
});

test('a path that leads nowhere is named', async () => {
  const { api } = await openLane();
  const content = join(tmpdir(), 'there-is-no-such.png');
  await answered(api.openImages([{ kind: 'file', name: 'gone.png', content, sha256 }]));
  expect(await api.classify(unit)).toMatchObject({
    ok: false,
    error: { kind: 'image-missing', subject: 'gone.png' },
  });
});

test('the end of the thread is noticed', async () => {
  const lane = await openLane();
  lane.terminate();
  expect(await lane.ended).toMatch(/^the thread ended/);
});

test('WebGPU is offered in a thread, or the reason why not', async () => {
  const { api } = await openLane();
  const [webgpu] = await api.probe();
  expect(webgpu).toMatchObject({ backend: 'webgpu' });
  expect(webgpu?.detail).toMatch(
    webgpu?.available ? /\S/ : /^(WebGPU finds no adapter|the optional package)/,
  );
});

test('a lane whose script does not load is refused with the reason', async () => {
  const nowhere = new URL('./no-such-lane.ts', import.meta.url);
  await expect(openNodeLane(nowhere)).rejects.toThrow(/cannot be started: .*no-such-lane/);
});
