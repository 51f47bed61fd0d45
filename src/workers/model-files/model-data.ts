import type { ModelData } from '../../protocol/model-files.ts';
import type { FoundModel } from './find-model.ts';
import type { ModelFile } from './model-file.ts';
import { joinShards, shardGroups } from './tfjs-shards.ts';

const baseName = (path: string): string => path.split('/').at(-1) ?? path;
const folderOf = (path: string): string => path.slice(0, path.length - baseName(path).length);

/** A weight file where model.json says it is, or else by its name alone. */
function shardIn(files: readonly ModelFile[], folder: string, shard: string) {
  const place = files.find(({ path }) => path === folder + shard);
  const file = place ?? files.find(({ path }) => baseName(path) === baseName(shard));
  return file === undefined ? null : file.bytes();
}

/**
 * Everything that a model consists of.
 * @param files - those that came with it
 * @param architecture - torchvision's name of the network whose weights a .safetensors file holds;
 * default: known by its tensors
 * @throws LabError `model-missing` or `model-corrupt` naming the file
 */
export async function modelData(
  { kind, file, topology }: FoundModel,
  files: readonly ModelFile[],
  architecture = 'auto',
): Promise<ModelData> {
  if (topology !== null) {
    const folder = folderOf(file.path);
    const groups = shardGroups(topology, file.path);
    const weights = await joinShards(groups, file.path, (shard) => shardIn(files, folder, shard));
    return { format: 'tfjs', topology, weights };
  }
  const { buffer: weights } = await file.bytes();
  if (kind === 'safetensors') return { format: 'safetensors', architecture, weights };
  return { format: 'onnx', weights };
}
