import { mkdirSync, readFileSync, renameSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Weight } from '../../src/engine/graph/graph.ts';

const entry = z.object({ name: z.string(), shape: z.array(z.number()) });

const headerSchema = z.object({
  /** Epochs that are done. */
  epoch: z.number(),
  steps: z.number(),
  seconds: z.number(),
  /** The recipe that made it; another recipe must not go on from here. */
  recipe: z.string(),
  weights: z.array(entry),
  memory: z.array(entry),
});

export interface Checkpoint {
  readonly epoch: number;
  readonly steps: number;
  readonly seconds: number;
  readonly recipe: string;
  readonly weights: ReadonlyMap<string, Weight>;
  /** What the optimiser remembers. */
  readonly memory: ReadonlyMap<string, Weight>;
}

function entries(tensors: ReadonlyMap<string, Weight>): z.output<typeof entry>[] {
  return [...tensors].map(([name, { shape }]) => ({ name, shape: [...shape] }));
}

/** Written beside the old one and then renamed, so that an interruption leaves one of them whole. */
export function writeCheckpoint(folder: string, checkpoint: Checkpoint): void {
  mkdirSync(folder, { recursive: true });
  const { weights, memory, ...rest } = checkpoint;
  const header = { ...rest, weights: entries(weights), memory: entries(memory) };
  const text = Buffer.from(JSON.stringify(header), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const values = [...weights.values(), ...memory.values()].map(({ values: own }) =>
    Buffer.from(own.buffer, own.byteOffset, own.byteLength),
  );
  const target = join(folder, 'checkpoint.bin');
  writeFileSync(`${target}.part`, Buffer.concat([length, text, ...values]));
  renameSync(`${target}.part`, target);
}

/** @returns null where there is none */
export function readCheckpoint(folder: string): Checkpoint | null {
  const path = join(folder, 'checkpoint.bin');
  if (!existsSync(path)) return null;
  const file = readFileSync(path);
  const textEnd = 4 + file.readUInt32LE(0);
  const header = headerSchema.parse(JSON.parse(file.toString('utf8', 4, textEnd)));
  let offset = textEnd;
  const take = (list: readonly z.output<typeof entry>[]): Map<string, Weight> => {
    const tensors = new Map<string, Weight>();
    for (const { name, shape } of list) {
      const bytes = 4 * shape.reduce((product, side) => product * side, 1);
      // A copy, because a Float32Array must start at a multiple of four bytes.
      const values = new Float32Array(new Uint8Array(file.subarray(offset, offset + bytes)).buffer);
      tensors.set(name, { shape, values });
      offset += bytes;
    }
    return tensors;
  };
  return { ...header, weights: take(header.weights), memory: take(header.memory) };
}
