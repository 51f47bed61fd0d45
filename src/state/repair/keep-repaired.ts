import type { RepairResult } from '../../protocol/repair-result.ts';
import type { LabErrorData } from '../../protocol/lab-error.ts';
import type { RepairedModel } from '../../run/repair/repair-types.ts';
import { cardsStore } from '../models/cards-store.ts';
import type { KeptModel } from '../models/kept-model.ts';
import { keepModel, keptModels } from '../models/kept-models.ts';
import type { ModelFacts } from '../models/model-facts.ts';
import { freeId, listedModelIds, modelList, modelName } from '../models/model-list.ts';
import { freePosition } from '../models/model-position.ts';
import { asErrorData } from '../as-error-data.ts';
import type { ShownModel } from './repair-store.ts';

/** What a result says of the models that are kept. */
type JudgedRepair = Pick<RepairResult, 'spec' | 'original' | 'heldOut'>;

function factsOf(id: string, model: RepairedModel, result: JudgedRepair): ModelFacts {
  const { original, heldOut } = result;
  const clean = heldOut?.clean.find((row) => row.model === model.id);
  const { images = 0, correct = 0 } = clean ?? {};
  const [height, width] = original.inputSize;
  return {
    id,
    inputSize: [height, width, 3],
    parameters: original.parameters,
    // The graph is the original's, whose multiply-adds are on its card.
    multiplyAdds: cardsStore.getState().cards[original.id]?.multiplyAdds ?? 0,
    weightBytes: model.files.data.weights.byteLength,
    test: { images, correct },
  };
}

function nameOf(model: RepairedModel, { spec, original }: JudgedRepair, id: string): string {
  const { repair } = spec;
  const how = repair === undefined || repair.arm === 'pixels' ? `at ${model.count}` : repair.arm;
  const [, again] = /\.(\d+)$/.exec(id) ?? [];
  return `${modelName(original.id)} repaired ${how}${again === undefined ? '' : ` (${again})`}`;
}

/** Shows a kept model in the lists of models; its weights stay where they are kept. */
export function listKept(model: KeptModel): void {
  const { files, classNames, ...listed } = model;
  const classCount = files.classes ?? classNames.length;
  cardsStore.getState().add({ ...model.facts, classNames, ...(classCount > 0 && { classCount }) });
  modelList.setState(({ repaired }) => ({ repaired: [...repaired, listed] }));
}

/**
 * Puts the models of a repair into the list, to be swept like any other and found again after a
 * reload. What cannot be kept is told, and can still be downloaded.
 */
export async function keepRepaired(
  models: readonly RepairedModel[],
  result: JudgedRepair,
  { made, classNames }: Pick<KeptModel, 'made' | 'classNames'>,
): Promise<{ readonly models: ShownModel[]; readonly error: LabErrorData | null }> {
  const shown: ShownModel[] = [];
  let failure: LabErrorData | null = null;
  for (const model of models) {
    const id = freeId(model.id);
    const kept: KeptModel = {
      facts: factsOf(id, model, result),
      name: nameOf(model, result, id),
      from: result.original.id,
      count: model.count,
      made,
      slot: freePosition(),
      files: { ...model.files, id },
      classNames,
      hash: model.hash,
    };
    try {
      await keepModel(kept);
      listKept(kept);
      shown.push({ id: model.id, count: model.count, keptAs: id });
    } catch (error) {
      failure = asErrorData(error);
      shown.push({ id: model.id, count: model.count, keptAs: null });
    }
  }
  return { models: shown, error: failure };
}

/** Lists what earlier visits have kept. */
export async function listKeptModels(): Promise<void> {
  try {
    const known = new Set(listedModelIds(modelList.getState()));
    for (const model of await keptModels()) {
      if (!known.has(model.facts.id)) listKept(model);
    }
  } catch (error) {
    modelList.setState({ error: asErrorData(error) });
  }
}
