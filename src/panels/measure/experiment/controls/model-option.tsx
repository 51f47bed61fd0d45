import { useStore } from 'zustand';
import { integer, percent, percentRange } from '../../../../run/number-text.ts';
import { clopperPearson } from '../../../../core/clopper-pearson.ts';
import type { Spec } from '../../../../protocol/spec.ts';
import { cardsStore } from '../../../../state/models/cards-store.ts';
import type { ModelFacts } from '../../../../state/models/model-facts.ts';
import { modelName } from '../../../../state/models/model-list.ts';
import { modelPositions } from '../../../../state/models/model-position.ts';
import { ModelMark } from '../../../shared/controls/model-mark.tsx';
import { Option } from '../../../shared/controls/option.tsx';

interface ModelOptionProps {
  readonly id: string;
  /** Of the experiment; they choose the colours of models that are in no list. */
  readonly models: Spec['models'];
  readonly isChosen: boolean;
  readonly onChange: () => void;
}

/** One model that can be measured, with what is known of it. */
export function ModelOption({ id, models, isChosen, onChange }: ModelOptionProps) {
  const card = useStore(cardsStore, (state) => state.cards[id]);
  return (
    <Option
      type="checkbox"
      name="model"
      checked={isChosen}
      onChange={onChange}
      title={
        <>
          <ModelMark position={modelPositions(models).get(id)} />
          {modelName(id)}
        </>
      }
      {...cardTexts(card)}
    />
  );
}

/** "98.9 % (98.3–99.3) of 2,000 images" and "173,708 parameters" */
function cardTexts(card: ModelFacts | undefined) {
  if (card === undefined) return {};
  const { correct, images } = card.test;
  return {
    aside: `${integer(card.parameters)} parameters`,
    detail: images === 0 ? unjudged(card) : judged(correct, images),
  };
}

function judged(correct: number, images: number): string {
  const interval = percentRange(clopperPearson(correct, images));
  return `${percent(correct / images)} (${interval}) of ${integer(images)} images`;
}

/** "1,000 classes, not measured yet" */
function unjudged({ classCount }: ModelFacts): string {
  const known = classCount === undefined ? [] : [`${integer(classCount)} classes`];
  return [...known, 'not measured yet'].join(', ');
}
