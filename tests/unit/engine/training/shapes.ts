import type { Architecture } from '../../../../src/engine/models/architecture.ts';
import { GraphBuilder } from '../../../../src/engine/models/graph-builder.ts';
import type { Batch } from '../../../../src/engine/training/train-epoch.ts';

const SIDE = 8;

/** A network with each kind of layer that training treats in its own way; three classes. */
export function smallNetwork(dropout = 0): Architecture {
  const b = new GraphBuilder([SIDE, SIDE, 3]);
  const conv = b.conv(b.input, 'conv', { filters: 8, kernel: 3, padding: 1 });
  const active = b.relu(b.batchNorm(conv, 'norm'), 'relu');
  const small = b.maxPool(active, 'pool', { kernel: 2, stride: 2, padding: 0 });
  const dropped = b.dropout(b.flatten(small, 'flatten'), 'dropout', dropout);
  return b.build(b.dense(dropped, 'logits', { units: 3 }));
}

function isLit(label: number, row: number, column: number, at: number): boolean {
  if (label === 0) return row === at;
  if (label === 1) return column === at;
  return Math.abs(row - at) < 2 && Math.abs(column - at) < 2;
}

/** Pictures by number: a lit row, a lit column or a lit square, each at one of eight places. */
export function shapes(numbers: Uint32Array): Batch {
  const images = new Float32Array(numbers.length * SIDE * SIDE * 3).fill(-1);
  const labels = Uint8Array.from(numbers, (number) => number % 3);
  for (const [position, number] of numbers.entries()) {
    const at = Math.floor(number / 3) % SIDE;
    for (let row = 0; row < SIDE; row += 1) {
      for (let column = 0; column < SIDE; column += 1) {
        if (!isLit(number % 3, row, column, at)) continue;
        const start = ((position * SIDE + row) * SIDE + column) * 3;
        images.fill(1, start, start + 3);
      }
    }
  }
  return { images, labels };
}

export const SHAPE_COUNT = 3 * SIDE;
