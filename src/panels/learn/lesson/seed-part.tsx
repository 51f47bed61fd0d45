import { useId } from 'react';
import { useStore } from 'zustand';
import { learnLink, setLessonSeed } from '../../../state/learn/follow-learn.ts';
import { learnStore } from '../../../state/learn/learn-store.ts';
import controls from '../../shared/controls/controls.module.css';
import { SeedField } from '../../shared/controls/seed-field.tsx';
import { Term } from '../../terms/term.tsx';
import classes from './seed-part.module.css';
import { useCopied } from './use-copied.ts';

/** The seed of the lessons, and the link that gives a class the same figures. */
export function SeedPart({ isLocked }: { readonly isLocked: boolean }) {
  const seed = useStore(learnStore, (state) => state.seed);
  const place = useStore(learnStore, (state) => state.place);
  const { said, copy } = useCopied();
  const head = useId();
  return (
    <details className={classes.seed}>
      <summary>Seed {seed}, and a link for your class</summary>
      <div className={classes.content}>
        <p id={head} className={classes.note}>
          The <Term name="seed">seed</Term> decides all that is random. Who opens the link sees the
          same figures.
        </p>
        <fieldset className={classes.fields} disabled={isLocked} aria-labelledby={head}>
          <SeedField label="Seed" seed={seed} onSeed={setLessonSeed} />
        </fieldset>
        <div className={classes.copy}>
          <button
            type="button"
            className={controls.button}
            onClick={() => void copy(learnLink(place))}
          >
            Copy link
          </button>
          <output className={classes.note}>{said}</output>
        </div>
      </div>
    </details>
  );
}
