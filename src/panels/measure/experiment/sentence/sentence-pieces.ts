import type { Spec } from '../../../../protocol/spec.ts';
import { gridCells, rankCellOf } from '../../../../run/plan.ts';
import {
  countsPhrase,
  drawsPhrase,
  imagesPhrase,
  modelsPhrase,
  rankPhrase,
  regionsPhrase,
  valuesPhrase,
} from '../../../shared/sentence/phrases.ts';
import {
  around,
  type Part as SentencePart,
  type Piece as SentencePiece,
} from '../../../shared/sentence/pieces.ts';

export type PartName =
  'counts' | 'values' | 'regions' | 'images' | 'draws' | 'eligibility' | 'models' | 'seed' | 'rank';

type Part = SentencePart<PartName>;
type Piece = SentencePiece<PartName>;

function counted({ eligibility, models }: Spec, names: string): Piece[] {
  const them: Part = { part: 'models', text: names };
  const isOne = models.length === 1;
  switch (eligibility) {
    case 'common': {
      const areNamed = !/^all \d/.test(names);
      const verb = isOne ? ' gets right' : areNamed ? ' all get right' : ' get right';
      return [{ part: 'eligibility', text: 'those' }, ' that ', them, verb];
    }
    case 'own': {
      const text = isOne ? 'the images it gets right' : 'the images each gets right itself';
      return ['for ', them, ' ', { part: 'eligibility', text }];
    }
    case 'all':
      return [{ part: 'eligibility', text: 'every image' }, ' for ', them];
  }
}

/** The experiment as a sentence whose parts can be edited. */
export function sentencePieces(spec: Spec, nameOf: (id: string) => string): Piece[] {
  const { grid, images, draws, models, seed } = spec;
  return [
    'Change ',
    { part: 'counts', text: countsPhrase(grid.counts) },
    ' ',
    ...around('values', valuesPhrase(grid.values)),
    ' ',
    ...around('regions', regionsPhrase(grid.regions)),
    ', in ',
    { part: 'images', text: imagesPhrase(images) },
    ', ',
    { part: 'draws', text: drawsPhrase(draws) },
    ' each, counting ',
    ...counted(spec, modelsPhrase(models, nameOf)),
    ', seed ',
    { part: 'seed', text: String(seed) },
    '.',
  ];
}

/** Where the models are ranked; nothing where the grid has a single cell. */
export function rankPieces(spec: Spec): Piece[] {
  if (gridCells(spec.grid).length === 1) return [];
  const text = rankPhrase(rankCellOf(spec), spec);
  return ['The models are ranked at ', { part: 'rank', text }, '.'];
}
