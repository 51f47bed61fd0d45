import { useMemo } from 'react';
import { useStore } from 'zustand';
import { integer } from '../../../run/number-text.ts';
import { ConfusionTable } from '../../../charts/heat/confusion-table.tsx';
import { confusionOf, picturesBehind } from '../../../state/images/clean-figures.ts';
import type { CleanAnswers } from '../../../state/images/clean-store.ts';
import { imagesView, showSelection } from '../../../state/images/images-view.ts';
import { classLabel } from '../../../state/models/class-label.ts';
import { modelName } from '../../../state/models/model-list.ts';
import { Choice } from '../../shared/controls/choice.tsx';
import shown from '../shown/shown.module.css';
import classes from './right-part.module.css';

/** Which classes one of the models takes for which. */
export function ConfusionPart({ answers }: { readonly answers: CleanAnswers }) {
  const { models, classNames } = answers;
  const wanted = useStore(imagesView, ({ confusionsOf }) => confusionsOf);
  const model = models.find(({ id }) => id === wanted) ?? models[0];
  const confusion = useMemo(
    () => (model === undefined ? null : confusionOf(answers, model.predicted)),
    [answers, model],
  );
  if (model === undefined || confusion === null) return null;
  const { classes: indices, counts, leftOut } = confusion;
  const names = indices.map((index) => classLabel(classNames, index));

  const open = (row: number, column: number) => {
    const label = indices[row] ?? 0;
    const said = indices[column] ?? 0;
    const verdict =
      label === said
        ? `right by ${modelName(model.id)}`
        : `taken for ${names[column] ?? ''} by ${modelName(model.id)}`;
    showSelection({
      title: `${names[row] ?? ''}, ${verdict}`,
      files: picturesBehind(answers, model.predicted, label, said),
    });
    const pictures = document.getElementById('pictures');
    pictures?.scrollIntoView({ block: 'start' });
    pictures?.focus({ preventScroll: true });
  };

  return (
    <div className={shown.part}>
      {models.length > 1 && (
        <Choice
          label="Model of the confusions"
          name="confusion-model"
          options={models.map(({ id }) => ({ value: id, title: modelName(id) }))}
          isChosen={(id) => id === model.id}
          onChoose={(confusionsOf) => imagesView.setState({ confusionsOf })}
        />
      )}
      <p className={`${shown.note} ${classes.chips}`}>
        A cell counts the pictures of one class (row) that {modelName(model.id)} says are of another
        (column); on the diagonal it is right. Click a cell for its pictures.
        {leftOut > 0 &&
          ` ${integer(leftOut)} further classes, with fewer mistakes, are left out of this table.`}
      </p>
      <ConfusionTable
        key={model.id}
        label={`What ${modelName(model.id)} says of each class`}
        names={names}
        counts={counts}
        onOpen={open}
      />
    </div>
  );
}
