import { useState } from 'react';
import { useStore } from 'zustand';
import { modelName } from '../../../state/models/model-list.ts';
import { repairDraft } from '../../../state/repair/repair-draft.ts';
import {
  repairPreset,
  repairPresetNames,
  repairPresetOf,
} from '../../../state/repair/repair-presets.ts';
import { isRepairing, repairStore } from '../../../state/repair/repair-store.ts';
import { PresetRow } from '../../shared/presets/preset-row.tsx';
import { Sentence } from '../../shared/sentence/sentence.tsx';
import text from '../../shared/sentence/sentence-text.module.css';
import { MoreSettings } from './more/more-settings.tsx';
import { presetTexts } from './preset-texts.ts';
import { repairParts } from './repair-parts.ts';
import { repairPieces, type RepairPart } from './repair-pieces.ts';
import { useRepairProblem } from './use-repair-problem.ts';

const presets = [...repairPresetNames, 'custom'] as const;

/** The repair as a sentence; what can be changed is underlined and opens its control. */
export function Draft() {
  const spec = useStore(repairDraft, (state) => state.spec);
  const replace = useStore(repairDraft, (state) => state.replace);
  const isLocked = useStore(repairStore, ({ phase }) => isRepairing(phase));
  const problem = useRepairProblem();
  const [open, setOpen] = useState<RepairPart | null>(null);

  return (
    <>
      <h2 className={text.heading}>Repair</h2>
      <PresetRow
        names={presets}
        texts={presetTexts}
        active={repairPresetOf(spec) ?? 'custom'}
        isLocked={isLocked}
        onChoose={(name) =>
          name === 'custom' ? setOpen('counts') : replace(repairPreset(name, spec))
        }
      />
      <Sentence
        pieces={repairPieces(spec, modelName)}
        controls={repairParts}
        className={text.sentence}
        isLocked={isLocked}
        open={open}
        onOpen={setOpen}
        problem={problem}
      />
      {problem !== null && (
        <p id="repair-problem" role="alert" className={text.problem}>
          {problem.message}
        </p>
      )}
      <MoreSettings isLocked={isLocked} />
    </>
  );
}
