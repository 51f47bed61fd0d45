import { countAxis, logAxisWithZero, percentAxis } from '../../../run/figure/axes.ts';
import type { FigureAxes, FigurePanel, FigurePoint } from '../../../run/figure/figure-types.ts';
import {
  integer,
  percent,
  percentRange,
  smallFigure,
  smallFigureRange,
} from '../../../run/number-text.ts';
import { seriesStyle } from '../../../run/figure/series-style.ts';
import { pixelIndexOfFractions } from '../../../core/pixel-index.ts';
import type { AttackSpec } from '../../../protocol/attack-spec.ts';
import { specModelId } from '../../../protocol/model-id.ts';
import type { AttackMeasure } from '../../../state/attack-answer/attack-view-store.ts';
import { epsilonsOf } from '../../../run/attack/attack-names.ts';
import { modelName } from '../../../state/models/model-list.ts';
import { modelPositions } from '../../../state/models/model-position.ts';
import type { AttackEstimate } from './recovery-estimate.ts';
import type { ShownAttack } from './use-shown-attack.ts';

/** Where an attack stands on the horizontal axis: its epsilon, or the pixels that it may change. */
export function strengthsOf(attack: AttackSpec): readonly number[] {
  if (attack.kind === 'one-pixel') return [attack.pixels];
  return [...epsilonsOf(attack)].sort((a, b) => a - b);
}

export function strengthOf({ epsilon, pixels }: AttackEstimate): number {
  return epsilon ?? pixels ?? 0;
}

/** "ε 8" or "3 pixels" */
export function strengthName(attack: AttackSpec, strength: number): string {
  if (attack.kind !== 'one-pixel') return `ε ${strength}`;
  return strength === 1 ? '1 pixel' : `${strength} pixels`;
}

/** What a share of examples rests on. */
export function successNote({ examples, eligible }: AttackEstimate, seed: number): string {
  return `${integer(examples.count)} of ${integer(eligible)} eligible images, seed ${seed}`;
}

/** How often an attack succeeded as a point; null where that is not known. */
export function successPoint(
  estimate: AttackEstimate,
  measure: AttackMeasure,
  seed: number,
): FigurePoint | null {
  const { examples, pi = null, piInterval = null } = estimate;
  const x = strengthOf(estimate);
  const note = successNote(estimate, seed);
  if (measure === 'pi') {
    if (pi === null) return null;
    const range = piInterval && smallFigureRange(piInterval);
    return { x, y: pi, interval: piInterval, text: smallFigure(pi), range, note };
  }
  const { share, interval } = examples;
  if (share === null) return null;
  return {
    x,
    y: 100 * share,
    interval: interval && [100 * interval[0], 100 * interval[1]],
    text: percent(share),
    range: interval && percentRange(interval),
    note,
  };
}

/** One panel with a line a model. */
export function successPanels(
  { spec, attacks }: ShownAttack,
  measure: AttackMeasure,
): readonly FigurePanel[] {
  const positions = modelPositions(spec.models);
  const series = spec.models.map(specModelId).map((id) => {
    const own = attacks.filter(({ model }) => model === id);
    const points = own.flatMap((each) => successPoint(each, measure, spec.seed) ?? []);
    return {
      id,
      name: modelName(id),
      style: seriesStyle(positions.get(id) ?? 0),
      points: new Map(points.map((point) => [point.x, point])),
    };
  });
  return [{ id: 'models', heading: null, series }];
}

/** Pixels of the bundled models' images, where a share of them is all that is needed. */
const usualPixels = 64 * 64;

/** Pi of an attack that fools every image: p is nearly 1 for attacks by gradient. */
function largestPi(attack: AttackSpec): number[] {
  if (attack.kind === 'one-pixel') {
    return [pixelIndexOfFractions(1, attack.pixels / usualPixels, 1, 1)];
  }
  return epsilonsOf(attack).map((epsilon) => pixelIndexOfFractions(1, 1, (2 * epsilon) / 255, 1));
}

/** The axes, from the experiment alone. */
export function successAxes({ spec, attack }: ShownAttack, measure: AttackMeasure): FigureAxes {
  const title = attack.kind === 'one-pixel' ? 'Pixels that may change' : 'ε in bytes, logarithmic';
  const x = countAxis(title, strengthsOf(attack));
  if (measure === 'success') {
    return {
      x,
      y: percentAxis('Images made adversarial, % of eligible images', [0, 100], 'start'),
      reference: null,
    };
  }
  const largest = largestPi(attack);
  const images = spec.images.count ?? 1000;
  return {
    x,
    y: logAxisWithZero(
      'Pixel-index Pi of the attack, logarithmic: smaller is more robust',
      Math.min(...largest) / images,
      2 * Math.max(...largest),
    ),
    reference: null,
  };
}
