import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { specModelId } from '../../../protocol/model-id.ts';
import type { ImagesSpec } from '../../../protocol/spec.ts';
import { experimentStore } from '../../../state/experiment/experiment-store.ts';
import { imageSets } from '../../../state/images/image-sets.ts';
import type { KeptImageSet } from '../../../state/images/kept-set.ts';
import { classesOfModels } from '../../../state/images/open-images.ts';
import { goToPanel } from '../../../state/navigation/navigation-store.ts';
import { repairDraft } from '../../../state/repair/repair-draft.ts';
import { withSet } from '../../../state/repair/repair-images.ts';
import { isRepairing, repairStore } from '../../../state/repair/repair-store.ts';
import { isUnderWay, runStore } from '../../../state/run/run-store.ts';

/** Puts the pictures into the sentence of the experiment. */
export function MeasureButton({ images }: { readonly images: ImagesSpec }) {
  const edit = useStore(experimentStore, (state) => state.edit);
  const isLocked = useStore(runStore, ({ phase }) => isUnderWay(phase));
  return (
    <Button
      disabled={isLocked}
      title={isLocked ? 'A run is under way in Measure' : undefined}
      onClick={() => {
        edit({ images });
        goToPanel(null);
      }}
    >
      Measure with these
    </Button>
  );
}

/** Puts the set into the sentence of the repair, and a model of the experiment, whose classes are shown here. */
function repairWith(set: KeptImageSet): void {
  const { edit, replace, spec } = repairDraft.getState();
  const models = experimentStore.getState().spec.models.map(specModelId);
  const { model } = spec.repair;
  const [first = model] = models;
  const chosen = models.includes(model) ? model : first;
  edit({ repair: { model: chosen } });
  const draft = repairDraft.getState().spec;
  const known = classesOfModels([chosen]);
  replace(withSet(draft, { role: 'train', set }, imageSets.getState().sets, known));
  goToPanel('repair');
}

/** Offers the set to a repair. */
export function RepairButton({ set }: { readonly set: KeptImageSet }) {
  const isLocked = useStore(repairStore, ({ phase }) => isRepairing(phase));
  return (
    <Button
      variant="default"
      disabled={isLocked}
      title={isLocked ? 'A repair is under way' : undefined}
      onClick={() => repairWith(set)}
    >
      Repair with these
    </Button>
  );
}
