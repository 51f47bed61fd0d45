import { integer } from '../../../../run/number-text.ts';
import type { AttackSpec } from '../../../../protocol/attack-spec.ts';
import type { Spec } from '../../../../protocol/spec.ts';
import { gridCells, rankCellOf } from '../../../../run/plan.ts';
import { attackName, epsilonsOf } from '../../../../run/attack/attack-names.ts';
import { measureOf } from '../../../../run/labels.ts';
import { mostTries } from '../../../../state/experiment/attack-choices.ts';
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
  | 'attack'
  | 'epsilon'
  | 'steps'
  | 'search'
  | 'counts'
  | 'values'
  | 'regions'
  | 'images'
  | 'draws'
  | 'eligibility'
  | 'models'
  | 'seed'
  | 'rank';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

type Part = SentencePart<PartName>;
type Piece = SentencePiece<PartName>;

function counted(spec: Spec, names: string): Piece[] {
  const { eligibility, models } = spec;
  const them: Part = { part: 'models', text: names };
  const isOne = models.length === 1;
  // Without labels every image counts, whatever is chosen.
  if (measureOf(spec) === 'agreement')
    return ['every image, by what ', them, isOne ? ' says' : ' say', ' of it unchanged'];
  switch (eligibility) {
    case 'common': {
      const areNamed = !/^all \d/.test(names);
      const several = !areNamed ? '' : models.length === 2 ? ' both' : ' all';
      const verb = isOne ? ' gets right' : `${several} get right`;
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

/** " of at most 2, 4 and 8 byte steps": how far an attack goes. */
function reach(attack: AttackSpec): Piece[] {
  if (attack.kind === 'one-pixel') {
    const tries: Part = { part: 'search', text: `${integer(mostTries(attack))}\u00a0tries` };
    return [' in up to ', tries];
  }
  const epsilons = epsilonsOf(attack);
  const bound: Piece[] = [
    ' of at most ',
    { part: 'epsilon', text: list.format(epsilons.map(String)) },
    epsilons.length === 1 && epsilons[0] === 1 ? ' byte step' : ' byte steps',
  ];
  if (attack.kind === 'fgsm') return bound;
  const { iterations } = attack;
  const text = `${integer(iterations)}\u00a0${iterations === 1 ? 'iteration' : 'iterations'}`;
  return [...bound, ' in ', { part: 'steps', text }];
}

/** The experiment of adversarial examples as a sentence whose parts can be edited. */
function attackPieces(spec: Spec, attack: AttackSpec, nameOf: (id: string) => string): Piece[] {
  const { grid, images, draws, models, seed } = spec;
  return [
    'Make ',
    { part: 'attack', text: attackName(attack) },
    ' adversarial examples',
    ...reach(attack),
    ' from ',
    { part: 'images', text: imagesPhrase(images) },
    ', counting ',
    ...counted(spec, modelsPhrase(models, nameOf)),
    ', then change ',
    { part: 'counts', text: countsPhrase(grid.counts) },
    ' of each ',
    ...around('values', valuesPhrase(grid.values)),
    ' ',
    ...around('regions', regionsPhrase(grid.regions)),
    ', ',
    { part: 'draws', text: drawsPhrase(draws) },
    ' each, seed ',
    { part: 'seed', text: String(seed) },
    '.',
  ];
}

/** The experiment as a sentence whose parts can be edited. */
export function sentencePieces(spec: Spec, nameOf: (id: string) => string): Piece[] {
  const { grid, images, draws, models, seed, attack } = spec;
  if (attack !== undefined) return attackPieces(spec, attack, nameOf);
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

/** Where the models are ranked; nothing where the grid has a single cell, or for an attack. */
export function rankPieces(spec: Spec): Piece[] {
  if (spec.attack !== undefined || gridCells(spec.grid).length === 1) return [];
  const text = rankPhrase(rankCellOf(spec), spec);
  return ['The models are ranked at ', { part: 'rank', text }, '.'];
}
