import { specModelId } from '../../protocol/model-id.ts';
import { experimentStore } from '../experiment/experiment-store.ts';
import { goToPanel } from '../navigation/navigation-store.ts';
import { cardsStore } from './cards-store.ts';
import { cannotJoin } from './model-classes.ts';
import { specModel } from './spec-model.ts';

/** Puts a model into the experiment beside the others; alone where their classes are not its own. */
export function measureModel(id: string): void {
  const { spec, edit } = experimentStore.getState();
  const model = specModel(id);
  const others = spec.models.filter((each) => specModelId(each) !== id);
  const canJoin = cannotJoin(id, others, cardsStore.getState().cards) === null;
  edit({ models: canJoin ? [...others, model] : [model] });
  goToPanel(null);
}
