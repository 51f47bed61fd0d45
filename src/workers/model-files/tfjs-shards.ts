import { LabError } from '../../protocol/lab-error.ts';
import { z } from '../../protocol/zod.ts';

const manifestSchema = z.object({
  weightsManifest: z.array(
    z.object({
      paths: z.array(z.string().min(1)),
      weights: z.array(
        z.object({
          shape: z.array(z.int().min(0)),
          dtype: z.string(),
          quantization: z.object({ dtype: z.string() }).optional(),
        }),
      ),
    }),
  ),
});

/** Weight files that belong together, and how many bytes they should have. */
export interface ShardGroup {
  /** As model.json names them, relative to itself. */
  readonly paths: readonly string[];
  /** Null where a weight's size cannot be told. */
  readonly bytes: number | null;
}

const widths: Readonly<Record<string, number>> = {
  float32: 4,
  int32: 4,
  bool: 1,
  complex64: 8,
  float16: 2,
  uint8: 1,
  uint16: 2,
};

/**
 * The weight files that a model.json names.
 * @param path of model.json, for messages
 * @throws LabError `model-corrupt` where it names none
 */
export function shardGroups(topology: string, path: string): ShardGroup[] {
  const parsed = manifestSchema.safeParse(JSON.parse(topology));
  if (!parsed.success) {
    throw new LabError(
      'model-corrupt',
      `${path} does not list its weight files (weightsManifest); it is not the whole model.json of a TensorFlow.js model.`,
      path,
    );
  }
  return parsed.data.weightsManifest.map(({ paths, weights }) => {
    const sizes = weights.map(({ shape, dtype, quantization }) => {
      const width = widths[quantization?.dtype ?? dtype];
      const count = shape.reduce((product, side) => product * side, 1);
      return width === undefined ? null : width * count;
    });
    const isKnown = sizes.every((size) => size !== null);
    return { paths, bytes: isKnown ? sizes.reduce((sum, size) => sum + size, 0) : null };
  });
}

/**
 * Joins weight files in the order of the manifest.
 * @param read the bytes of a file by the name in model.json; null where it is missing
 * @throws LabError `model-missing` naming the files that are missing, `model-corrupt` naming those
 * that are too short or too long
 */
export async function joinShards(
  groups: readonly ShardGroup[],
  path: string,
  read: (shard: string) => Promise<Uint8Array<ArrayBuffer>> | null,
): Promise<ArrayBuffer> {
  const shards = groups.map((group) => ({
    group,
    reads: group.paths.map((shard) => ({ shard, bytes: read(shard) })),
  }));
  const missing = shards.flatMap(({ reads }) =>
    reads.flatMap(({ shard, bytes }) => (bytes === null ? [shard] : [])),
  );
  if (missing.length > 0) {
    throw new LabError(
      'model-missing',
      `${path} needs ${missing.join(', ')}, which ${missing.length === 1 ? 'is' : 'are'} missing. Open all files of the model together, or a zip of them.`,
      missing[0] ?? path,
    );
  }
  const joined: Uint8Array<ArrayBuffer>[] = [];
  for (const { group, reads } of shards) {
    const parts = await Promise.all(
      reads.map(async ({ bytes }) => (await bytes) ?? new Uint8Array()),
    );
    const size = parts.reduce((sum, part) => sum + part.length, 0);
    const names = group.paths.join(', ');
    if (group.bytes !== null && size !== group.bytes) {
      const fault = size < group.bytes ? 'cut short' : 'of another model';
      throw new LabError(
        'model-corrupt',
        `${names} ${reads.length === 1 ? 'has' : 'have'} ${size.toLocaleString('en-GB')} bytes where ${path} describes ${group.bytes.toLocaleString('en-GB')}: ${reads.length === 1 ? 'it is' : 'one is'} ${fault}.`,
        names,
      );
    }
    joined.push(...parts);
  }
  return new Blob(joined).arrayBuffer();
}
