import { LabError } from '../../../protocol/lab-error.ts';
import type { Graph, Weight } from '../../graph/graph.ts';
import { standardNetworks, type StandardNetwork } from '../../models/standard-networks.ts';
import { type TensorEntry, readHeader } from './header.ts';
import { matchTensors, misfitError, misfits, type TensorMatch } from './match-tensors.ts';
import { tensorValues } from './tensor-values.ts';
import { ownOrder } from './torch-tensor.ts';

/** Side of the pictures that the published networks read. */
const PUBLISHED_SIDE = 224;

/** Lets a network be known by its tensors. */
const AUTO = 'auto';

const networks: ReadonlyMap<string, StandardNetwork> = new Map(Object.entries(standardNetworks));

/** What PyTorch puts before every name when a model was wrapped to train on several devices or compiled. */
const WRAPPERS = ['module.', '_orig_mod.'];

function unwrapped(entries: ReadonlyMap<string, TensorEntry>): ReadonlyMap<string, TensorEntry> {
  const wrapper = WRAPPERS.find((prefix) =>
    [...entries.keys()].every((name) => name.startsWith(prefix)),
  );
  if (wrapper === undefined) return entries;
  return new Map(
    [...entries.values()].map((entry) => {
      const name = entry.name.slice(wrapper.length);
      return [name, { ...entry, name }];
    }),
  );
}

function squareSide(size: readonly [number, number] | undefined): number {
  const [height, width] = size ?? [PUBLISHED_SIDE, PUBLISHED_SIDE];
  if (height === width) return height;
  throw new LabError(
    'model-shape',
    `preprocess.size is ${height}x${width}, but these networks read square pictures.`,
  );
}

interface NamedNetwork {
  readonly name: string;
  readonly network: StandardNetwork;
}

function matched(
  { name, network }: NamedNetwork,
  entries: ReadonlyMap<string, TensorEntry>,
  side: number,
): TensorMatch {
  try {
    return matchTensors(network, entries, side);
  } catch (error) {
    // Builders throw where a map cannot be divided as their classifier asks.
    if (!(error instanceof RangeError)) throw error;
    throw new LabError(
      'model-shape',
      `${name} cannot read pictures of ${side}x${side}: ${error.message}.`,
      name,
    );
  }
}

function networkNamed(name: string, bytes: ArrayBuffer): NamedNetwork {
  const known = [...networks.keys()].join(', ');
  if (name !== AUTO) {
    const network = networks.get(name);
    if (network !== undefined) return { name, network };
    throw new LabError(
      'model-unsupported',
      `There is no network "${name}" for weights in safetensors; it is one of ${known}.`,
      name,
    );
  }
  const entries = unwrapped(readHeader(bytes));
  const [closest] = [...networks]
    .map(([id, network]) => {
      const match = matchTensors(network, entries, PUBLISHED_SIDE);
      return { name: id, network, found: match.found.length, misfits: misfits(match) };
    })
    .toSorted((a, b) => a.misfits - b.misfits);
  if (closest !== undefined && closest.found > 0) return closest;
  throw new LabError(
    'model-unsupported',
    `The file's tensors are not those of a network that can be built, which are ${known}; others can be read as ONNX.`,
  );
}

/**
 * A network of the standard families, of any widths, with weights as PyTorch names and orders them.
 * @throws LabError as {@link graphFromSafetensors}
 */
export function graphFromTorchWeights(
  named: NamedNetwork,
  bytes: ArrayBuffer,
  side: number,
): Graph {
  const match = matched(named, unwrapped(readHeader(bytes)), side);
  if (misfits(match) > 0) throw misfitError(named.name, match);
  const weights = new Map<string, Weight>();
  for (const { weight, plan, layout, entry } of match.found) {
    const values = ownOrder(layout, plan.shape, tensorValues(bytes, entry));
    weights.set(weight, { shape: plan.shape, values });
  }
  const { inputShape, nodes, output } = match.architecture;
  return { inputShape, nodes, output, weights };
}

/**
 * Reads weights of torchvision or timm into a network that the lab builds itself.
 * @param architecture torchvision's name of the network, or `auto` to know it by its tensors
 * @param size [height, width] of the pictures; default 224×224
 * @returns a graph that answers with logits
 * @throws LabError `model-corrupt` where the file is damaged, or listing the tensors that are
 * missing, left over or of another shape; `model-unsupported` for another network; `model-shape` for
 * a size that the network cannot read
 */
export function graphFromSafetensors(
  architecture: string,
  bytes: ArrayBuffer,
  size?: readonly [number, number],
): Graph {
  const side = squareSide(size);
  return graphFromTorchWeights(networkNamed(architecture, bytes), bytes, side);
}
