import type { RepairLayers } from '../../../../protocol/repair.ts';
import { Choice } from '../../../shared/controls/choice.tsx';
import classes from '../../../shared/controls/controls.module.css';
import { OptionList } from '../../../shared/controls/option-list.tsx';
import { useDraft } from '../use-draft.ts';

const layers: readonly { value: RepairLayers; title: string; detail: string }[] = [
  {
    value: 'last',
    title: 'The last layer',
    detail:
      'As in the paper, and quick: what comes before it is computed once a sample. In SqueezeNet it is a convolution whose results are averaged, so distances in feature space are not defined there.',
  },
  {
    value: 'block',
    title: 'The last block',
    detail: 'Also the last unit with weights before it, such as a residual unit or a Fire module.',
  },
  {
    value: 'all',
    title: 'The whole network',
    detail: 'Every weight. Each epoch runs all layers forward and back, which takes far longer.',
  },
];

const heads = [
  { value: 'fresh', title: 'Start it anew' },
  { value: 'keep', title: 'Go on from its weights' },
] as const;

/** Which weights may change, and where the last layer starts. */
export function LayersControl() {
  const { repair, set } = useDraft();
  return (
    <div className={classes.control}>
      <OptionList
        label="Layers that are trained"
        name="layers"
        options={layers}
        chosen={repair.layers}
        onChoose={(value) => set({ layers: value })}
      />
      <p className={classes.label}>The last layer itself</p>
      <Choice
        label="The last layer itself"
        name="head"
        options={heads}
        isChosen={(value) => value === repair.head}
        onChoose={(value) => set({ head: value })}
      />
      <p className={classes.hint}>The paper starts it anew from random weights.</p>
    </div>
  );
}
