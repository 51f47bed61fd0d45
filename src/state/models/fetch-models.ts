import { LabError } from '../../protocol/lab-error.ts';
import { modelCardSchema, type ModelCard } from '../../protocol/model-card.ts';
import type { SweepModel } from '../../run/sweep-types.ts';
import { digest } from './digest.ts';

async function fetchFile(id: string, file: string, signal: AbortSignal): Promise<Response> {
  const missing = (why: string) =>
    new LabError('model-missing', `${file} of ${id} could not be fetched: ${why}.`, id);
  let response: Response;
  try {
    response = await fetch(`./models/${id}/${file}`, { signal, cache: 'no-cache' });
  } catch (error) {
    if (signal.aborted) throw new LabError('cancelled', `Fetching ${id} was cancelled.`, id);
    throw missing(error instanceof Error ? error.message : String(error));
  }
  if (!response.ok) throw missing(`the server answered ${response.status}`);
  return response;
}

/** Reads a body; a connection that breaks off in the middle is a missing file too. */
async function readBody(id: string, file: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const response = await fetchFile(id, file, signal);
  try {
    return await response.arrayBuffer();
  } catch {
    if (signal.aborted) throw new LabError('cancelled', `Fetching ${id} was cancelled.`, id);
    throw new LabError('model-missing', `${file} of ${id} broke off while it was fetched.`, id);
  }
}

function readCard(id: string, text: string): ModelCard {
  const corrupt = () =>
    new LabError('model-corrupt', `card.json of ${id} is not the card of a model.`, id);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw corrupt();
  }
  const card = modelCardSchema.safeParse(json);
  if (!card.success) throw corrupt();
  return card.data;
}

/**
 * The card of a bundled model.
 * @throws LabError `model-missing` or `model-corrupt` naming the model, `cancelled` when aborted
 */
export async function fetchModelCard(id: string, signal: AbortSignal): Promise<ModelCard> {
  const bytes = await readBody(id, 'card.json', signal);
  return readCard(id, new TextDecoder().decode(bytes));
}

/**
 * Topology, weights and preprocessing of a bundled model, checked against its card.
 * @throws LabError `model-missing` or `model-corrupt` naming the model, `cancelled` when aborted
 */
export async function fetchBundledModel(id: string, signal: AbortSignal): Promise<SweepModel> {
  const [card, topology, weights] = await Promise.all([
    fetchModelCard(id, signal),
    readBody(id, 'model.json', signal),
    readBody(id, 'weights.bin', signal),
  ]);
  if ((await digest(weights)) !== card.weightsSha256) {
    throw new LabError(
      'model-corrupt',
      `weights.bin of ${id} does not have the SHA-256 that its card names.`,
      id,
    );
  }
  return {
    files: {
      id,
      data: { format: 'tfjs', topology: new TextDecoder().decode(topology), weights },
      preprocess: card.preprocess,
      classes: card.classes.length,
    },
    hash: await digest(topology, weights),
  };
}
