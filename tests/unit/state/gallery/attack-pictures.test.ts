import { beforeAll, describe, expect, it } from 'vitest';
import { attackImagesCsv } from '../../../../src/run/attack/attack-images-csv.ts';
import type { AttackRecord } from '../../../../src/run/attack/attack-types.ts';
import { formatPixelValue } from '../../../../src/run/pixel-values.ts';
import type { AttackResult } from '../../../../src/protocol/attack-result.ts';
import type { Outcome } from '../../../../src/state/attack-answer/attack-view-store.ts';
import {
  attackPictures,
  mostRestored,
  outcomeOf,
  picturesOf,
} from '../../../../src/state/gallery/attack-pictures.ts';
import {
  attackExperiment,
  finishAttack,
} from '../../../support/arithmetic-lane/attack-experiment.ts';
import { localYard } from '../../../support/arithmetic-lane/open.ts';

const outcomes: readonly Outcome[] = ['restored', 'stillAdversarial', 'otherWrong'];
const DRAWS = 3;

let record: AttackRecord;
let result: AttackResult;

beforeAll(async () => {
  ({ record, result } = await finishAttack(attackExperiment(localYard(), { draws: DRAWS })));
});

describe('the examples behind a cell of an attack', () => {
  it('are as many of each outcome as the figures say, for every cell', () => {
    const found = { restored: 0, stillAdversarial: 0, otherWrong: 0 };
    for (const cell of result.cells) {
      const pictures = attackPictures(record, { ...cell, outcome: 'restored' });
      expect(pictures?.examples).toBe(cell.examples);
      for (const outcome of outcomes) {
        expect(pictures?.groups[outcome]).toHaveLength(cell[outcome].count);
        found[outcome] += cell[outcome].count;
      }
    }
    expect(Math.min(...Object.values(found))).toBeGreaterThan(0);
  });

  it('are the rows of images.csv, each with the class of its example', () => {
    const most = mostRestored(result);
    const pictures = most && attackPictures(record, most);
    if (!most || !pictures) throw new Error('nothing was restored');
    const rows = new Set(
      [...attackImagesCsv(record)].map((line) => line.split(',').slice(0, 10).join(',')),
    );
    const setting = `${most.count},${formatPixelValue(most.value)},${most.region}`;
    const all = outcomes.flatMap((outcome) => pictures.groups[outcome]);
    expect(all).toHaveLength(DRAWS * pictures.examples);
    for (const { image, label, draw, adversarial, predicted } of all) {
      const start = `${1000 + image},${label},${most.model}`;
      expect(rows).toContain(`${start},0,,,0,${adversarial},adversarial,${most.epsilon}`);
      expect(rows).toContain(
        `${start},${setting},${draw},${predicted},adversarial,${most.epsilon}`,
      );
      expect(adversarial).not.toBe(label);
    }
  });

  it('of one draw are those of all draws that have it', () => {
    const most = mostRestored(result);
    const pictures = most && attackPictures(record, most);
    if (!pictures) throw new Error('nothing was restored');
    for (const show of outcomes) {
      const parts = Array.from({ length: DRAWS }, (_, draw) =>
        picturesOf(pictures, { show, draw }),
      );
      for (const [draw, part] of parts.entries()) {
        expect(part.every((picture) => picture.draw === draw)).toBe(true);
      }
      const whole = picturesOf(pictures, { show, draw: null });
      expect(new Set(parts.flat())).toEqual(new Set(whole));
    }
  });

  it('are not there for a cell that the run does not have', () => {
    const [cell] = result.cells;
    if (cell === undefined) throw new Error('there is no cell');
    const pinned = { ...cell, outcome: 'restored' } as const;
    expect(attackPictures(record, pinned)).not.toBeNull();
    expect(attackPictures(record, { ...pinned, epsilon: 99 })).toBeNull();
    expect(attackPictures(record, { ...pinned, count: 3 })).toBeNull();
    expect(attackPictures(record, { ...pinned, model: 'nobody' })).toBeNull();
  });
});

describe('what became of an example', () => {
  it.each<[string, number, Outcome]>([
    ['its true class again', 2, 'restored'],
    ['the class that the attack led to', 5, 'stillAdversarial'],
    ['a third class', 7, 'otherWrong'],
  ])('with %s', (_, predicted, outcome) => {
    expect(outcomeOf({ label: 2, predicted }, 5)).toBe(outcome);
  });
});

describe('the cell to look at first', () => {
  it('has most examples restored', () => {
    const most = mostRestored(result);
    const cell = result.cells.find(
      (each) =>
        each.model === most?.model &&
        each.epsilon === most.epsilon &&
        each.count === most.count &&
        formatPixelValue(each.value) === formatPixelValue(most.value),
    );
    expect(cell?.restored.count).toBe(
      Math.max(...result.cells.map(({ restored }) => restored.count)),
    );
    expect(most?.outcome).toBe('restored');
  });

  it('shows examples that stay adversarial where none is restored, and is none without examples', () => {
    const none = { count: 0, share: 0, interval: null };
    const cells = result.cells.map((cell) => ({ ...cell, restored: none }));
    expect(mostRestored({ cells })?.outcome).toBe('stillAdversarial');
    expect(mostRestored({ cells: cells.map((cell) => ({ ...cell, examples: 0 })) })).toBeNull();
  });
});
