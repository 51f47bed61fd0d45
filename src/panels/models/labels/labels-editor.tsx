import { useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { integer } from '../../../run/number-text.ts';
import {
  chooseLabels,
  imagenetClassCount,
  roadsideClassCount,
} from '../../../state/models/label-choices.ts';
import { modelList } from '../../../state/models/model-list.ts';
import type { ModelLabels } from '../../../state/models/own-model.ts';
import controls from '../../shared/controls/controls.module.css';
import { Choice } from '../../shared/controls/choice.tsx';
import classes from './labels.module.css';

/** Names for the outputs of a person's model: none, a usual set, or a file. */
export function LabelsEditor({ id }: { readonly id: string }) {
  const model = useStore(modelList, (state) => state.own.find((each) => each.id === id));
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const group = useId();
  if (model === undefined) return null;

  const { labels, inspection } = model;
  const choose = async (from: Exclude<ModelLabels['source'], 'file'> | File) => {
    const error = await chooseLabels(id, from);
    setProblem(error?.message ?? null);
  };
  const options: { value: ModelLabels['source']; title: string }[] = [
    { value: 'indices', title: 'Numbers' },
    ...(inspection.classes === imagenetClassCount
      ? [{ value: 'imagenet' as const, title: 'ImageNet’s 1,000 names' }]
      : []),
    ...(inspection.classes === roadsideClassCount
      ? [{ value: 'roadside' as const, title: 'Roadside’s 12 signs' }]
      : []),
    ...(labels.source === 'file' ? [{ value: 'file' as const, title: labels.path ?? 'File' }] : []),
  ];

  return (
    <div className={classes.labels}>
      <div className={classes.row}>
        <Choice<ModelLabels['source']>
          label="Class names"
          name={`${group}-labels`}
          options={options}
          isChosen={(source) => source === labels.source}
          onChoose={(source) => {
            if (source !== 'file') void choose(source);
          }}
        />
        <button type="button" className={controls.button} onClick={() => input.current?.click()}>
          Names from a file…
        </button>
        <input
          ref={input}
          type="file"
          accept=".txt,.json,.csv"
          aria-label="File of class names"
          hidden
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            currentTarget.value = '';
            if (file !== undefined) void choose(file);
          }}
        />
      </div>
      {problem !== null && (
        <p role="alert" className={controls.error}>
          {problem}
        </p>
      )}
      <p className={controls.hint}>
        {labels.names.length === 0
          ? `Classes are told by their numbers, 0 to ${integer(inspection.classes - 1)}. A file holds one name a line (TXT), a list (JSON) or a table with the column name (CSV).`
          : namesText(labels.names)}
      </p>
    </div>
  );
}

/** "0 tench, 1 goldfish, 2 great white shark … 999 toilet tissue" */
function namesText(names: readonly string[]): string {
  const short = names.map((name, index) => `${index} ${name.split(',')[0] ?? name}`);
  if (short.length <= 12) return short.join(', ');
  return `${short.slice(0, 4).join(', ')} … ${short.at(-1) ?? ''}`;
}
