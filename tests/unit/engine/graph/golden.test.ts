import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { optimise } from '../../../../src/engine/graph/optimise.ts';
import { startCpu } from '../../../support/cpu.ts';
import { relativeError } from '../../../support/golden-gradients.ts';
import { graphOfCase, parseGoldenGraph, runGraphCase } from '../../../support/golden-graph.ts';
import { startWasm } from '../../../support/wasm.ts';

const path = new URL('../../../fixtures/graph/graph.json', import.meta.url);
const cases = parseGoldenGraph(readFileSync(path, 'utf8'));

const backends = [
  ['WASM', startWasm],
  ['the CPU', startCpu],
] as const;

describe.each(backends)('on %s, values and gradients agree with PyTorch', (_, start) => {
  beforeAll(start);

  for (const c of cases) {
    it(c.title, () => {
      const { y, dx, dw } = runGraphCase(c, graphOfCase(c));
      expect(relativeError(y.dataSync(), c.y)).toBeLessThan(1e-5);
      expect(relativeError(dx.dataSync(), c.dx)).toBeLessThan(1e-4);
      c.weights.forEach(({ name }, index) => {
        expect(relativeError(dw.get(name)?.dataSync() ?? [], c.dw[index] ?? [])).toBeLessThan(1e-4);
      });
    });

    it(`${c.title}, optimised`, () => {
      const { y, dx } = runGraphCase(c, optimise(graphOfCase(c)));
      expect(relativeError(y.dataSync(), c.y)).toBeLessThan(1e-5);
      expect(relativeError(dx.dataSync(), c.dx)).toBeLessThan(1e-4);
    });
  }
});
