import { asErrorData } from '../as-error-data.ts';
import { cardsStore } from './cards-store.ts';
import type { ModelFacts } from './model-facts.ts';
import { modelList } from './model-list.ts';
import type { OwnModel, OwnModelFacts } from './own-model.ts';
import { ownModels } from './own-models.ts';

function factsOf({ id, inspection, labels, test }: OwnModelFacts): ModelFacts {
  const { inputSize, parameters, multiplyAdds, weightBytes, classes } = inspection;
  return {
    id,
    inputSize,
    parameters,
    multiplyAdds,
    weightBytes,
    classCount: classes,
    classNames: labels.names,
    wordnetIds: labels.wordnetIds,
    test,
  };
}

/** Shows a person's model in the lists of models; one of the same id is replaced, its weights stay where they are kept. */
export function listOwn(model: OwnModel | OwnModelFacts): void {
  const {
    topology: _topology,
    weights: _weights,
    ...listed
  } = {
    topology: null,
    weights: null,
    ...model,
  };
  cardsStore.getState().add(factsOf(listed));
  modelList.setState(({ own }) => ({
    own: own.some(({ id }) => id === listed.id)
      ? own.map((each) => (each.id === listed.id ? listed : each))
      : [...own, listed],
  }));
}

/** Takes a model out of the lists. */
export function unlistOwn(id: string): void {
  cardsStore.getState().remove(id);
  modelList.setState(({ own }) => ({ own: own.filter((each) => each.id !== id) }));
}

/** Lists what earlier visits have kept. */
export async function listOwnModels(): Promise<void> {
  try {
    for (const model of await ownModels()) listOwn(model);
  } catch (error) {
    modelList.setState({ error: asErrorData(error) });
  }
}
