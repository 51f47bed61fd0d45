import { describe, expect, it } from 'vitest';
import { learnAddress, withLearnAddress } from '../../../../src/state/learn/learn-address.ts';
import { isAnswerTo } from '../../../../src/state/learn/lesson.ts';
import { questionOf } from '../../../../src/state/learn/lessons.ts';

const page = 'https://lab.example/?panel=learn';

describe('the address of a lesson', () => {
  it('gives lesson and seed back as they were written', () => {
    const written = withLearnAddress(page, { place: 'magnitude', seed: 42 });
    expect(written).toBe(`${page}&lesson=magnitude&seed=42`);
    expect(learnAddress(written)).toEqual({ place: 'magnitude', seed: 42 });
    expect(withLearnAddress(written, null)).toBe(page);
  });

  it('leads to the page for teachers', () => {
    expect(learnAddress(`${page}&lesson=teacher`)).toEqual({ place: 'teacher', seed: null });
  });

  it.each(['-1', '1.5', '1e3', '99999999999999999999', '<b>', ''])(
    'leaves out a seed that is %j',
    (seed) => {
      const address = `${page}&lesson=index&seed=${encodeURIComponent(seed)}`;
      expect(learnAddress(address)).toEqual({ place: 'index', seed: null });
    },
  );

  it.each(['none', 'constructor', '<script>'])('leaves out a lesson called %j', (lesson) => {
    const address = `${page}&lesson=${encodeURIComponent(lesson)}&seed=3`;
    expect(learnAddress(address)).toEqual({ place: null, seed: 3 });
  });
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
