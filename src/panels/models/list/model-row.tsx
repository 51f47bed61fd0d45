import { useStore } from 'zustand';
import { integer, percent, percentRange } from '../../../run/number-text.ts';
import { clopperPearson } from '../../../core/clopper-pearson.ts';
import { cardsStore } from '../../../state/models/cards-store.ts';
import type { ModelFacts } from '../../../state/models/model-facts.ts';
import { modelName } from '../../../state/models/model-list.ts';
import { modelPositions } from '../../../state/models/model-position.ts';
import { modelsView } from '../../../state/models/models-view-store.ts';
import { ModelMark } from '../../shared/controls/model-mark.tsx';
import { megabytes } from '../megabytes.ts';
import classes from './model-rows.module.css';

interface ModelRowProps {
  readonly id: string;
  readonly onChosen: () => void;
}

/** One model; choosing it shows its facts. */
export function ModelRow({ id, onChosen }: ModelRowProps) {
  const isChosen = useStore(modelsView, (state) => state.selected === id);
  const select = useStore(modelsView, (state) => state.select);
  const card = useStore(cardsStore, (state) => state.cards[id]);

  return (
    <button
      type="button"
      className={classes.row}
      aria-current={isChosen}
      onClick={() => {
        select(id);
        onChosen();
      }}
    >
      <span className={classes.name}>
        <ModelMark position={modelPositions([]).get(id)} />
        {modelName(id)}
      </span>
      <span className={classes.size}>{card && megabytes(card.weightBytes)}</span>
      <span className={classes.facts}>{card && factsText(card)}</span>
    </button>
  );
}

/** "64×64, 98.9 % (98.3–99.3) of 2,000 test images" */
function factsText({ inputSize: [height, width], classCount, test }: ModelFacts): string {
  const size = `${height}×${width}`;
  if (test.images === 0) {
    const classesText = classCount === undefined ? [] : [`${integer(classCount)} classes`];
    return [size, ...classesText].join(', ');
  }
  const interval = percentRange(clopperPearson(test.correct, test.images));
  const share = percent(test.correct / test.images);
  return `${size}, ${share} (${interval}) of ${integer(test.images)} test images`;
}
