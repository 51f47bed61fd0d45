import { specModelId } from '../../protocol/model-id.ts';
import { experimentStore } from '../experiment/experiment-store.ts';
import { bundledModelIds } from '../../run/bundled-models.ts';
import { repairDraft } from './repair-draft.ts';

/** No sentence asks for a model that is gone. */
export function forgetModel(id: string): void {
  const { spec, edit } = experimentStore.getState();
  const models = spec.models.filter((model) => specModelId(model) !== id);
  if (models.length < spec.models.length) {
    edit({ models: models.length > 0 ? models : [...bundledModelIds] });
  }
  const draft = repairDraft.getState();
  const [first = ''] = bundledModelIds;
  if (draft.spec.repair.model === id) draft.edit({ repair: { model: first } });
}
