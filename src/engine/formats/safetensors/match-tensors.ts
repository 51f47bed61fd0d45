import { LabError } from '../../../protocol/lab-error.ts';
import type { Architecture, WeightPlan } from '../../models/architecture.ts';
import { buildStandardNetwork, type StandardNetwork } from '../../models/standard-networks.ts';
import type { TensorEntry } from './header.ts';
import { torchTensor } from './torch-names.ts';
import { torchShapes, type TorchLayout } from './torch-tensor.ts';

type Entries = ReadonlyMap<string, TensorEntry>;

interface FoundTensor {
  /** Name of our weight. */
  readonly weight: string;
  readonly plan: WeightPlan;
  readonly layout: TorchLayout;
  readonly entry: TensorEntry;
}

/** Which tensor of a file is which weight of a network, and what does not fit. */
export interface TensorMatch {
  readonly architecture: Architecture;
  readonly found: readonly FoundTensor[];
  /** PyTorch's names of what the file lacks. */
  readonly missing: readonly string[];
  /** Names in the file that the network has no use for. */
  readonly extra: readonly string[];
  /** A name and both shapes, in words. */
  readonly misshapen: readonly string[];
}

/** Published networks, and so a file without a last layer, tell 1000 classes apart. */
const PUBLISHED_CLASSES = 1000;

/** A counter of training steps, which no answer depends on. */
const isCounter = (name: string): boolean => name.endsWith('.num_batches_tracked');

function findEntry(
  network: StandardNetwork,
  weight: string,
  axes: number,
  entries: Entries,
): { key: string; layout: TorchLayout; entry: TensorEntry | undefined } {
  const { key, aliases, layout } = torchTensor(network, weight, axes);
  const entry = [key, ...aliases].map((name) => entries.get(name)).find((one) => one !== undefined);
  return { key, layout, entry };
}

function classesOf(network: StandardNetwork, entries: Entries): number {
  const squeezenet = network.family === 'squeezenet';
  const [weight, axes] = squeezenet
    ? (['scores/kernel', 4] as const)
    : (['logits/kernel', 2] as const);
  return findEntry(network, weight, axes, entries).entry?.shape[0] ?? PUBLISHED_CLASSES;
}

/** @param side of the square input in pixels */
export function matchTensors(
  network: StandardNetwork,
  entries: Entries,
  side: number,
): TensorMatch {
  const architecture = buildStandardNetwork(network, {
    side,
    classes: classesOf(network, entries),
  });
  const found: FoundTensor[] = [];
  const missing: string[] = [];
  const misshapen: string[] = [];
  const used = new Set<string>();
  for (const [weight, plan] of architecture.weights) {
    const { key, layout, entry } = findEntry(network, weight, plan.shape.length, entries);
    if (entry === undefined) {
      missing.push(key);
      continue;
    }
    used.add(entry.name);
    const shapes = torchShapes(layout, plan.shape);
    if (shapes.some((shape) => shape.join() === entry.shape.join())) {
      found.push({ weight, plan, layout, entry });
    } else {
      misshapen.push(
        `${entry.name} [${entry.shape.join(', ')}] where [${shapes[0]?.join(', ') ?? ''}] fits`,
      );
    }
  }
  const extra = [...entries.keys()].filter((name) => !used.has(name) && !isCounter(name));
  return { architecture, found, missing, extra, misshapen };
}

/** How many tensors do not fit. */
export function misfits({ missing, extra, misshapen }: TensorMatch): number {
  return missing.length + extra.length + misshapen.length;
}

const SHOWN = 5;

function listed(names: readonly string[], what: string): string[] {
  if (names.length === 0) return [];
  const rest = names.length > SHOWN ? `, and ${names.length - SHOWN} more` : '';
  return [`${names.length} ${what} (${names.slice(0, SHOWN).join(', ')}${rest})`];
}

/** What does not fit, in one error. */
export function misfitError(name: string, match: TensorMatch): LabError {
  const parts = [
    ...listed(match.missing, 'missing'),
    ...listed(match.extra, 'left over'),
    ...listed(match.misshapen, 'of another shape'),
  ];
  return new LabError(
    'model-corrupt',
    `The tensors of the file do not fit ${name}: ${parts.join('; ')}.`,
    match.missing[0] ?? match.extra[0] ?? name,
  );
}
