import { describe, expect, it } from 'vitest';
import { learnEntries, readLearn } from '../../../../src/state/learn/learn-address.ts';
import { queryText } from '../../../../src/state/link/codec/query.ts';
import { isAnswerTo } from '../../../../src/state/learn/lesson.ts';
import { questionOf } from '../../../../src/state/learn/lessons.ts';

describe('the address of a lesson', () => {
  it('gives lesson and seed back as they were written', () => {
    const entries = learnEntries('magnitude', 42);
    expect(queryText(entries)).toBe('lesson=magnitude&seed=42');
    expect(readLearn(entries)).toEqual({ place: 'magnitude', seed: 42, refused: [] });
  });

  it('leads to the page for teachers', () => {
    expect(readLearn([['lesson', 'teacher']])).toEqual({
      place: 'teacher',
      seed: null,
      refused: [],
    });
  });

  it.each(['-1', '1.5', '1e3', '99999999999999999999', 'NaN', '<b>', ''])(
    'refuses a seed that is %j, and takes the lesson',
    (seed) => {
      const read = readLearn([
        ['lesson', 'index'],
        ['seed', seed],
      ]);
      expect(read).toMatchObject({ place: 'index', seed: null });
      expect(read.refused).toEqual([
        { field: 'seed', text: seed, message: `“${seed}” is not a whole number from 0 on` },
      ]);
    },
  );

  it.each(['none', 'constructor', '__proto__', '<script>'])(
    'refuses a lesson called %j, and takes the seed',
    (lesson) => {
      const read = readLearn([
        ['lesson', lesson],
        ['seed', '3'],
      ]);
      expect(read).toMatchObject({ place: null, seed: 3 });
      expect(read.refused).toEqual([
        { field: 'lesson', text: lesson, message: 'there is no such lesson' },
      ]);
    },
  );
});

describe('a stored answer', () => {
  it('counts only where the question allows it', () => {
    const share = questionOf('few-pixels');
    expect([0, 100, 37].every((answer) => isAnswerTo(share, answer))).toBe(true);
    expect([-1, 101, 3.5, '37', null].some((answer) => isAnswerTo(share, answer))).toBe(false);
    const choice = questionOf('magnitude');
    expect(isAnswerTo(choice, 'both')).toBe(true);
    expect(isAnswerTo(choice, 'place ')).toBe(false);
  });
});
