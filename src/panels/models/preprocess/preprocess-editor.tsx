import { useId } from 'react';
import { useStore } from 'zustand';
import type { ModelOutput } from '../../../protocol/model-files.ts';
import type { ModelInspection } from '../../../protocol/model-inspection.ts';
import type { Preprocess } from '../../../protocol/spec.ts';
import { editOwnModel } from '../../../state/models/edit-own.ts';
import { modelList } from '../../../state/models/model-list.ts';
import {
  presetOf,
  presetTitles,
  withPreset,
  type PresetName,
} from '../../../state/models/preprocess-numbers.ts';
import { isUnderWay, runStore } from '../../../state/run/run-store.ts';
import { Choice } from '../../shared/controls/choice.tsx';
import { NumbersField } from './numbers-field.tsx';
import classes from './preprocess.module.css';
import { ResizeFields } from './resize-fields.tsx';

interface PreprocessEditorProps {
  readonly id: string;
  readonly inspection: ModelInspection;
  readonly preprocess: Preprocess;
}

/** How pictures become the input of a person's model, and what its answers are. */
export function PreprocessEditor({ id, inspection, preprocess }: PreprocessEditorProps) {
  const isLocked = useStore(runStore, ({ phase }) => isUnderWay(phase));
  const set = (changes: Partial<Preprocess>) =>
    void editOwnModel(id, { preprocess: { ...preprocess, ...changes } });
  const group = useId();

  return (
    <fieldset className={classes.editor} disabled={isLocked} aria-label="Preprocessing">
      {isLocked && (
        <p className={classes.note}>A run is under way in Measure; it can be edited after it.</p>
      )}
      <Row title="Kind of input">
        <Choice<PresetName>
          label="Kind of input"
          name={`${group}-preset`}
          options={presetTitles.map(({ name, title }) => ({ value: name, title }))}
          isChosen={(name) => presetOf(preprocess) === name}
          onChoose={(name) => void editOwnModel(id, { preprocess: withPreset(preprocess, name) })}
        />
        {presetOf(preprocess) === null && <p className={classes.note}>Set by hand.</p>}
      </Row>
      <Row title="Channel order">
        <Choice<Preprocess['channels']>
          label="Channel order"
          name={`${group}-channels`}
          options={[
            { value: 'rgb', title: 'R, G, B' },
            { value: 'bgr', title: 'B, G, R' },
          ]}
          isChosen={(channels) => preprocess.channels === channels}
          onChoose={(channels) => set({ channels })}
        />
      </Row>
      <div className={classes.numbers}>
        <NumbersField<2>
          label="Bytes 0 to 255 become"
          value={preprocess.range}
          problem={([low, high]) => (low < high ? null : 'The first number is the smaller one.')}
          onValue={(range) => set({ range })}
        />
        <NumbersField<3>
          label={`Mean of ${preprocess.channels === 'rgb' ? 'R, G, B' : 'B, G, R'}, taken away`}
          value={preprocess.mean}
          problem={() => null}
          onValue={(mean) => set({ mean })}
        />
        <NumbersField<3>
          label="Deviation, divided by"
          value={preprocess.std}
          problem={(std) => (std.every((each) => each > 0) ? null : 'Each is larger than 0.')}
          onValue={(std) => set({ std })}
        />
      </div>
      <ResizeFields id={id} inspection={inspection} preprocess={preprocess} onChange={set} />
      <Row title="Answers">
        <OutputChoice id={id} inspection={inspection} group={group} />
      </Row>
    </fieldset>
  );
}

function Row({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <div className={classes.row}>
      <p className={classes.label}>{title}</p>
      {children}
    </div>
  );
}

interface OutputChoiceProps {
  readonly id: string;
  readonly inspection: ModelInspection;
  readonly group: string;
}

function OutputChoice({ id, inspection, group }: OutputChoiceProps) {
  const output = useStore(
    modelList,
    (state) => state.own.find((model) => model.id === id)?.output ?? 'auto',
  );
  return (
    <Choice<ModelOutput>
      label="What the model answers"
      name={`${group}-output`}
      options={[
        { value: 'auto', title: `As found: ${inspection.output}` },
        { value: 'logits', title: 'Logits' },
        { value: 'probabilities', title: 'Probabilities' },
      ]}
      isChosen={(each) => each === output}
      onChoose={(each) => void editOwnModel(id, { output: each })}
    />
  );
}
