import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { graphCost } from '../../../../src/engine/lane/graph-cost.ts';
import { elements, type Architecture } from '../../../../src/engine/models/architecture.ts';
import { standardNetworks } from '../../../../src/engine/models/standard-networks.ts';
import type { Graph } from '../../../../src/engine/graph/graph.ts';

const fixture = new URL('../../../fixtures/models/torchvision.json', import.meta.url);
const { networks } = JSON.parse(readFileSync(fixture, 'utf8')) as {
  networks: Record<string, { parameters: number; multiplyAdds: number }>;
};

function withZeros({ inputShape, nodes, output, weights }: Architecture): Graph {
  const zeros = [...weights].map(
    ([name, { shape }]) => [name, { shape, values: new Float32Array(elements(shape)) }] as const,
  );
  return { inputShape, nodes, output, weights: new Map(zeros) };
}

test.each(['resnet101', 'densenet121', 'alexnet', 'squeezenet1_1'])(
  'the cost of %s is counted as published, from its graph alone',
  (name) => {
    const architecture = standardNetworks[name]?.();
    if (architecture === undefined) throw new Error(`no builder for ${name}`);
    const { parameters, multiplyAdds, outputs } = graphCost(withZeros(architecture));
    expect({ parameters, multiplyAdds }).toEqual({
      parameters: networks[name]?.parameters,
      multiplyAdds: networks[name]?.multiplyAdds,
    });
    expect(outputs).toEqual([1000]);
  },
);
