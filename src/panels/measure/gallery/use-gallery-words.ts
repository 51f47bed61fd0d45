import { useStore } from 'zustand';
import { measureWords } from '../../../run/finding/measure-words.ts';
import { outcomeNames } from '../../../state/attack-answer/outcome-names.ts';
import { presetSpec } from '../../../state/experiment/presets.ts';
import { runStore } from '../../../state/run/run-store.ts';

/** How pictures of the shown run call what they are judged by, and what became of them. */
export function useGalleryWords() {
  const spec = useStore(runStore, (state) => state.spec) ?? presetSpec('count');
  return { ...measureWords(spec), outcomes: outcomeNames(spec) };
}
