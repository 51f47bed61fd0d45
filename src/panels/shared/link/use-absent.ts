import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Spec } from '../../../protocol/spec.ts';
import { imageSets } from '../../../state/images/image-sets.ts';
import { absentFrom } from '../../../state/link/absent.ts';
import { libraryOf } from '../../../state/link/library.ts';
import { linkStore, type Wanted } from '../../../state/link/link-store.ts';
import { modelList } from '../../../state/models/model-list.ts';

const nothing: Wanted = { models: [], images: [] };

/** What an experiment names and this browser does not have, once it is known what it has. */
export function useAbsent(spec: Spec): Wanted {
  const wanted = useStore(linkStore, (state) => state.wanted);
  const isSettled = useStore(linkStore, (state) => state.isSettled);
  const models = useStore(modelList);
  const sets = useStore(imageSets, (state) => state.sets);
  return useMemo(
    () => (isSettled ? absentFrom(spec, wanted, libraryOf(models, sets)) : nothing),
    [spec, wanted, isSettled, models, sets],
  );
}
