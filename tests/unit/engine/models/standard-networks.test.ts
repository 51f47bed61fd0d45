import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parameterCount, type Architecture } from '../../../../src/engine/models/architecture.ts';
import {
  buildStandardNetwork,
  standardNetworks,
  type StandardNetwork,
} from '../../../../src/engine/models/standard-networks.ts';

interface Published {
  readonly parameters: number;
  readonly multiplyAdds: number;
  readonly kernels: string;
}

const fixture = new URL('../../../fixtures/models/torchvision.json', import.meta.url);
const { networks } = JSON.parse(readFileSync(fixture, 'utf8')) as {
  networks: Record<string, Published>;
};

function kernels(architecture: Architecture): string[] {
  const shapes: string[] = [];
  for (const [name, { shape }] of architecture.weights) {
    if (name.endsWith('/kernel')) shapes.push(shape.join('x'));
  }
  return shapes.sort();
}

describe('the builders with the standard numbers', () => {
  test('cover every published network of the fixture', () => {
    expect(Object.keys(standardNetworks).sort()).toEqual(Object.keys(networks).sort());
  });

  test.each(Object.entries(networks))('give %s as torchvision counts it', (name, published) => {
    const network = new Map<string, StandardNetwork>(Object.entries(standardNetworks)).get(name);
    if (!network) throw new Error(`no builder for ${name}`);
    const architecture = buildStandardNetwork(network, { side: 224, classes: 1000 });
    expect(parameterCount(architecture)).toBe(published.parameters);
    expect(architecture.multiplyAdds).toBe(published.multiplyAdds);
    expect(kernels(architecture)).toEqual(published.kernels.split(' ').sort());
  });
});
