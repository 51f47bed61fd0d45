import type { ComponentType } from 'react';
import { useStore } from 'zustand';
import { boundaryJob } from '../../../state/inspect/questions/boundary.ts';
import { fragilityJob } from '../../../state/inspect/questions/fragility.ts';
import { placeMapJob } from '../../../state/inspect/questions/place-map.ts';
import { questionStore, type QuestionId } from '../../../state/inspect/questions/question-store.ts';
import { worstPixelJob } from '../../../state/inspect/questions/worst-pixel.ts';
import { BoundaryPart } from './boundary/boundary-part.tsx';
import { FragilityPart } from './fragility/fragility-part.tsx';
import { PlacesPart } from './places/places-part.tsx';
import classes from './questions.module.css';
import { WorstPixelPart } from './worst-pixel/worst-pixel-part.tsx';

const jobs = {
  fragile: fragilityJob,
  where: placeMapJob,
  worst: worstPixelJob,
  boundary: boundaryJob,
} as const;

/** The question that has an answer already, else the first. */
function answeredQuestion(): QuestionId {
  const answered = questions.find(({ id }) => jobs[id].store.getState().phase === 'done');
  return answered?.id ?? 'fragile';
}

interface Question {
  readonly id: QuestionId;
  readonly title: string;
  readonly detail: string;
  readonly Part: ComponentType;
}

const questions: readonly Question[] = [
  {
    id: 'fragile',
    title: 'How fragile is it?',
    detail: 'Thousands of random draws',
    Part: FragilityPart,
  },
  {
    id: 'where',
    title: 'Where is it fragile?',
    detail: 'A map over the image',
    Part: PlacesPart,
  },
  {
    id: 'worst',
    title: 'What is the worst pixel?',
    detail: 'Evolution against chance',
    Part: WorstPixelPart,
  },
  {
    id: 'boundary',
    title: 'How far is the boundary?',
    detail: 'Margin and distances',
    Part: BoundaryPart,
  },
];

/** Questions about the picture that take a while to answer, one at a time. */
export function Questions() {
  const wanted = useStore(questionStore, (state) => state.chosen);
  const chosen = wanted ?? answeredQuestion();
  const setChosen = (id: QuestionId) => questionStore.setState({ chosen: id });
  const at = questions.findIndex(({ id }) => id === chosen);
  const question = questions[at];
  const step = (by: number) => {
    const next = questions[(at + by + questions.length) % questions.length];
    if (next === undefined) return;
    setChosen(next.id);
    document.getElementById(`ask-${next.id}`)?.focus();
  };

  return (
    <div className={classes.questions}>
      <div className={classes.tabs} role="tablist" aria-label="Questions about this picture">
        {questions.map(({ id, title, detail }) => (
          <button
            key={id}
            id={`ask-${id}`}
            type="button"
            role="tab"
            className={classes.tab}
            aria-selected={id === chosen}
            aria-controls={`answer-${id}`}
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => setChosen(id)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') step(1);
              else if (event.key === 'ArrowLeft') step(-1);
              else return;
              event.preventDefault();
            }}
          >
            <span className={classes.title}>{title}</span>
            <span className={classes.detail}>{detail}</span>
          </button>
        ))}
      </div>
      {question !== undefined && (
        <div
          id={`answer-${question.id}`}
          role="tabpanel"
          aria-labelledby={`ask-${question.id}`}
          className={classes.part}
        >
          <question.Part />
        </div>
      )}
    </div>
  );
}
