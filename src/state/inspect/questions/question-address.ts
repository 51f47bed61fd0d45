import type { FieldReader } from '../../link/codec/field-reader.ts';
import {
  plainText,
  valueText,
  wholeText,
  wordText,
  type FieldText,
} from '../../link/codec/field-texts.ts';
import { LinkFault } from '../../link/codec/link-fault.ts';
import type { QueryEntry } from '../../link/codec/query.ts';
import {
  questionChoices,
  questionIds,
  questionStore,
  type QuestionId,
  type QuestionState,
} from './question-store.ts';

/** Some of a question's values, as a list offers them. */
function oneOf<T>(choices: readonly T[], { read, write }: FieldText<T>): FieldText<T> {
  return {
    read: (text) => {
      const value = read(text);
      const found = choices.find((each) => write(each) === write(value));
      if (found === undefined)
        throw new LinkFault(`choose one of ${choices.map(write).join(', ')}`);
      return found;
    },
    write,
  };
}

const choices = {
  value: oneOf(questionChoices.values, valueText),
  fragileDraws: oneOf(questionChoices.fragileDraws, wholeText),
  cells: oneOf(questionChoices.sides, wholeText),
  placeDraws: oneOf(questionChoices.placeDraws, wholeText),
  pixels: oneOf(questionChoices.pixels, wholeText),
  generations: oneOf(questionChoices.generations, wholeText),
};

/** The fields of each question, beside the one that names it. */
const keysOf: Readonly<Record<QuestionId, readonly string[]>> = {
  fragile: ['draws', 'value', 'seed'],
  where: ['about', 'cells', 'draws', 'value', 'seed'],
  worst: ['about', 'searched', 'generations', 'seed'],
  boundary: [],
};

const settingKeys = [...new Set(Object.values(keysOf).flat())];

/** Names of the fields that say what is asked. */
export const questionKeys: readonly string[] = ['question', ...settingKeys];

function settingsIn({ take }: FieldReader, id: QuestionId): Partial<QuestionState> {
  const usual = questionStore.getInitialState();
  const model = keysOf[id].includes('about') ? (take('about', plainText) ?? null) : null;
  const seed = () => take('seed', wholeText) ?? usual.fragile.seed;
  const value = () => take('value', choices.value) ?? usual.fragile.value;
  switch (id) {
    case 'fragile': {
      const draws = take('draws', choices.fragileDraws) ?? usual.fragile.draws;
      return { fragile: { draws, value: value(), seed: seed() } };
    }
    case 'where': {
      const side = take('cells', choices.cells) ?? usual.where.side;
      const draws = take('draws', choices.placeDraws) ?? usual.where.draws;
      return { model, where: { side, draws, value: value(), seed: seed() } };
    }
    case 'worst': {
      const pixels = take('searched', choices.pixels) ?? usual.worst.pixels;
      const generations = take('generations', choices.generations) ?? usual.worst.generations;
      return { model, worst: { pixels, generations, seed: seed() } };
    }
    case 'boundary':
      return {};
  }
}

/** What an address asks about the picture; nothing where it names no question. */
export function readQuestion(
  reader: FieldReader,
  entries: readonly QueryEntry[],
): Partial<QuestionState> {
  const chosen = reader.take('question', wordText(questionIds));
  const known = chosen === undefined ? [] : keysOf[chosen];
  const stray = settingKeys.filter((key) => !known.includes(key));
  for (const key of stray.filter((each) => entries.some(([name]) => name === each))) {
    reader.refuse(key, 'it says nothing of this question');
  }
  return chosen === undefined ? {} : { chosen, ...settingsIn(reader, chosen) };
}

function textsOf(id: QuestionId, { model, fragile, where, worst }: QuestionState): QueryEntry[] {
  const about: QueryEntry[] = model === null ? [] : [['about', model]];
  switch (id) {
    case 'fragile':
      return [
        ['draws', String(fragile.draws)],
        ['value', valueText.write(fragile.value)],
        ['seed', String(fragile.seed)],
      ];
    case 'where':
      return [
        ...about,
        ['cells', String(where.side)],
        ['draws', String(where.draws)],
        ['value', valueText.write(where.value)],
        ['seed', String(where.seed)],
      ];
    case 'worst':
      return [
        ...about,
        ['searched', String(worst.pixels)],
        ['generations', String(worst.generations)],
        ['seed', String(worst.seed)],
      ];
    case 'boundary':
      return [];
  }
}

/** What is asked, as fields; none before a question is chosen. */
export function questionEntries(state: QuestionState): QueryEntry[] {
  const { chosen } = state;
  if (chosen === null) return [];
  const usual = textsOf(chosen, questionStore.getInitialState());
  const isUsual = ([key, text]: QueryEntry) =>
    usual.some(([usualKey, usualText]) => usualKey === key && usualText === text);
  return [['question', chosen], ...textsOf(chosen, state).filter((each) => !isUsual(each))];
}
