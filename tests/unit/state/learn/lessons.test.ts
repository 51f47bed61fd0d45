import { describe, expect, it } from 'vitest';
import { expectedOf, expectedSeed, isAsExpected } from '../../../../src/state/learn/expected.ts';
import { lessonIds, type LessonId } from '../../../../src/state/learn/lesson.ts';
import {
  experimentOf,
  questionOf,
  statementOf,
  verdictOf,
} from '../../../../src/state/learn/lessons.ts';
import { runLesson } from '../../../support/lesson-bench.ts';

async function statementWith(id: LessonId, seed: number) {
  const shares: number[] = [];
  const { found, pictures } = await runLesson(experimentOf(id), seed, ({ share }) =>
    shares.push(share),
  );
  return { found, pictures, shares, statement: statementOf(found) };
}

// Training and searches take seconds on two free cores, and minutes beside other work.
const PATIENCE = 480_000;

describe('the experiment of each lesson, run for real', { timeout: PATIENCE }, () => {
  it.each(lessonIds)('%s shows what the table for teachers says', async (id) => {
    const { found, pictures, shares, statement } = await statementWith(id, expectedSeed);
    const { outcome, figures } = expectedOf(id);

    expect(statement.outcome).toBe(outcome);
    expect(statement.figures.map(({ id: figure, name }) => [figure, name])).toEqual(
      figures.map(({ id: figure, name }) => [figure, name]),
    );
    const odd = statement.figures.filter((figure) => !isAsExpected(figure, figures));
    expect(odd).toEqual([]);

    const question = questionOf(id);
    if (question.kind === 'choice') {
      expect(question.options.map((option) => option.id)).toContain(outcome);
      expect(verdictOf(found, outcome ?? '')).toContain('You expected this.');
    } else {
      expect(verdictOf(found, 100)).toContain('outside the interval');
    }
    expect(shares.every((share, at) => share >= (shares[at - 1] ?? 0) && share <= 1)).toBe(true);
    if (id === 'index') expect(pictures).toBeNull();
    else expect(pictures?.page.pictures.length).toBeGreaterThan(0);
  });
});
