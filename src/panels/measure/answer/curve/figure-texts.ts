import { pixelsOf } from '../../../../run/number-text.ts';
import type { Spec } from '../../../../protocol/spec.ts';
import { measureWords } from '../../../../run/finding/measure-words.ts';
import type { CurveMeasure } from '../../../../state/answer/view-store.ts';
import type { PanelLines } from './panel-lines.ts';

/** What the figure shows, in a few words. */
export function figureTitle(measure: CurveMeasure, spec: Pick<Spec, 'images'>): string {
  const { share, wrongShare } = measureWords(spec);
  const names = { accuracy: share, wrong: wrongShare, pi: 'Pixel-index' };
  return `${names[measure]} against changed pixels`;
}

/** Heading of the figures of one column. */
export function columnTitle(count: number, { by }: PanelLines): string {
  const changed = `With ${pixelsOf(count)} changed`;
  if (by === null) return changed;
  return `${changed}, ${by === 'value' ? 'by magnitude' : 'by side of the square'}`;
}
