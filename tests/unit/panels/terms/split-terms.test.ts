import { expect, test } from 'vitest';
import { splitTerms } from '../../../../src/panels/terms/split-terms.ts';

const terms = (sentence: string) =>
  splitTerms(sentence).flatMap((piece) => (typeof piece === 'string' ? [] : [piece.name]));

test('a sentence in pieces is the sentence', () => {
  const sentence = 'Eligible images, the p of Pi, and a second Pi.';
  const words = splitTerms(sentence).map((piece) =>
    typeof piece === 'string' ? piece : piece.word,
  );
  expect(words.join('')).toBe(sentence);
});

test('letters of the index are terms where it is spoken of, and words elsewhere', () => {
  expect(terms('Pi = w / (p · r): w the success rate, r = 2ε / 255.')).toEqual([
    'Pi',
    'w',
    'p',
    'r',
  ]);
  expect(terms('The share of the image is the a of Pi.')).toEqual(['a', 'Pi']);
  expect(terms('A larger count adds a pixel to a picture.')).toEqual([]);
});

test('only the first of several same words is a term', () => {
  expect(terms('PX5 of one model and PX5 of another, of restored and eligible images')).toEqual([
    'PX5',
    'restored',
    'eligible',
  ]);
});

test('names of tests and attacks, held-out images and intervals are terms', () => {
  const sentence =
    'Held-out images, with 95\u00a0% intervals; exact McNemar tests, Holm-corrected; FGSM and PGD.';
  expect(terms(sentence)).toEqual(['heldOut', 'interval', 'mcnemar', 'holm', 'fgsm', 'pgd']);
  expect(terms('with its 95 % interval')).toEqual(['interval']);
});
