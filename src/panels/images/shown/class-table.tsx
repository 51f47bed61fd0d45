import { useMemo, useState } from 'react';
import { integer } from '../../../run/number-text.ts';
import { correctClass } from '../../../state/images/correct-class.ts';
import type { KeptImageSet } from '../../../state/images/kept-set.ts';
import {
  correctionFor,
  matchSet,
  unknownWordnetId,
  type ClassRow,
} from '../../../state/images/match-set.ts';
import { goToPanel } from '../../../state/navigation/navigation-store.ts';
import type { ClassSet } from '../../../state/models/model-classes.ts';
import links from '../../shared/run/run-box.module.css';
import table from './class-table.module.css';
import { classText } from './class-text.ts';
import classes from './shown.module.css';

interface ClassTableProps {
  readonly set: KeptImageSet;
  /** Of the models of the experiment. */
  readonly classes: ClassSet;
}

/** Values of the list that are no class. */
const LEFT_OUT = '-';
const MATCHED = '';
/** Rows that a table shows; more belong to a set whose classes the models do not have. */
const MOST_ROWS = 1000;

const hows: Readonly<Record<string, string>> = {
  name: 'same name',
  synonym: 'a synonym',
  case: 'same but for case and signs',
  wordnet: 'WordNet id',
  index: 'class index',
  hand: 'chosen by you',
};

/** The classes of a set beside those of the models, which can be corrected by hand. */
export function ClassTable({ set, classes: modelClasses }: ClassTableProps) {
  const rows = useMemo(() => matchSet(set, modelClasses), [set, modelClasses]);
  const wordnetId = unknownWordnetId(rows);
  const out = rows.filter(({ index }) => index === null);
  const imagesOut = out.reduce((sum, { images }) => sum + images, 0);
  const sorted = [...out, ...rows.filter(({ index }) => index !== null)].slice(0, MOST_ROWS);

  return (
    <section className={classes.part} aria-labelledby="set-classes">
      <h3 id="set-classes" className={classes.heading}>
        Classes
      </h3>
      <p className={classes.note}>{summary(rows.length, out.length, imagesOut)}</p>
      {wordnetId !== null && (
        <p className={classes.note}>
          Names such as {wordnetId} are WordNet ids, and the models’ labels have none. Give the
          models a label file that has them, under Labels in Models: one line a class, in the order
          of the outputs, such as “{wordnetId} tench”.{' '}
          <button type="button" className={links.link} onClick={() => goToPanel('models')}>
            Open Models
          </button>
        </p>
      )}
      <div className={table.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">In the set</th>
              <th scope="col" className={table.number}>
                Pictures
              </th>
              <th scope="col">Class of the models</th>
              <th scope="col">Matched by</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <Row key={row.name} set={set.name} row={row} classes={modelClasses} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > MOST_ROWS && (
        <p className={classes.note}>The first {integer(MOST_ROWS)} classes are listed.</p>
      )}
    </section>
  );
}

const classesOf = (count: number) => `${integer(count)} ${count === 1 ? 'class' : 'classes'}`;

function summary(all: number, out: number, images: number): string {
  if (out === 0) {
    return all === 1
      ? 'The models of the experiment know the class of the set.'
      : `The models of the experiment know all ${classesOf(all)} of the set.`;
  }
  if (out === all) {
    return 'The models of the experiment know none of these classes. Choose what they are; until then the set is measured without labels.';
  }
  const pictures = `${integer(images)} ${images === 1 ? 'picture' : 'pictures'}`;
  return `${integer(out)} of ${classesOf(all)}, with ${pictures}, ${out === 1 ? 'is' : 'are'} left out: the models of the experiment do not know ${out === 1 ? 'it' : 'them'}. Choose what ${out === 1 ? 'it is' : 'they are'}, or leave ${out === 1 ? 'it' : 'them'} out.`;
}

interface RowProps {
  readonly set: string;
  readonly row: ClassRow;
  readonly classes: ClassSet;
}

function howText({ index, how, candidates }: ClassRow): string {
  if (index !== null) return hows[how ?? ''] ?? '';
  if (how === 'hand') return 'left out by you';
  return candidates.length > 1 ? 'left out: several fit' : 'left out: nothing fits';
}

function Row({ set, row, classes: modelClasses }: RowProps) {
  const { name, images, index, how } = row;
  const { names, count } = modelClasses;
  // Each of a thousand rows with a thousand choices would hold up the page: they come with the focus.
  const [isOffered, setOffered] = useState(false);
  const value = index === null ? LEFT_OUT : correctionFor(modelClasses, index);
  const offered = isOffered
    ? Array.from({ length: Math.min(count, MOST_ROWS) }, (_, at) => at)
    : index === null
      ? []
      : [index];
  const offer = () => setOffered(true);
  const choose = (chosen: string) => {
    if (chosen === MATCHED) correctClass(set, name, undefined);
    else correctClass(set, name, chosen === LEFT_OUT ? null : chosen);
  };

  return (
    <tr data-out={index === null}>
      <th scope="row">{classText(name)}</th>
      <td className={table.number}>{integer(images)}</td>
      <td>
        <select
          aria-label={`Class of the models for ${classText(name)}`}
          value={value}
          onFocus={offer}
          onPointerEnter={offer}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          <option value={LEFT_OUT}>Left out</option>
          {how === 'hand' && <option value={MATCHED}>As matched by the lab</option>}
          {offered.map((each) => (
            <option key={each} value={correctionFor(modelClasses, each)}>
              {classText(names[each] ?? String(each))}
            </option>
          ))}
        </select>
      </td>
      <td className={table.how}>{howText(row)}</td>
    </tr>
  );
}
