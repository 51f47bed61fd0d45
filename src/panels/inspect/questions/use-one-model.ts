import { useStore } from 'zustand';
import { inspectStore } from '../../../state/inspect/inspect-store.ts';
import { questionStore } from '../../../state/inspect/questions/question-store.ts';

function chooseModel(model: string): void {
  questionStore.setState({ model });
}

/** The model that a question is about: the one chosen last, while it is among those side by side. */
export function useOneModel(): readonly [string, (model: string) => void] {
  const models = useStore(inspectStore, (state) => state.models);
  const chosen = useStore(questionStore, (state) => state.model);
  const model = chosen !== null && models.includes(chosen) ? chosen : (models[0] ?? '');
  return [model, chooseModel];
}
