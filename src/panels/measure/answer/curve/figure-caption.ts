import { integer } from '../../../../run/number-text.ts';
import type { Spec } from '../../../../protocol/spec.ts';
import { agreementCaption } from '../../../../run/finding/measure-words.ts';
import { pieceText } from '../../../shared/sentence/pieces.ts';
import { sentencePieces } from '../../experiment/sentence/sentence-pieces.ts';
import type { ShownRun } from '../use-shown-run.ts';
import { hasTwoWays, type PanelLines } from './panel-lines.ts';
import { regionName, valueName } from './setting-names.ts';
import { dayText } from '../../../../run/day-text.ts';

function denominator({ estimates, spec, result }: ShownRun): string {
  const trials = estimates.map((estimate) => Math.ceil(estimate.trials / spec.draws));
  const least = Math.min(...trials);
  const most = Math.max(...trials);
  const images = spec.eligibility === 'all' ? 'images' : 'eligible images';
  const n = least === most ? integer(most) : `${integer(least)} to ${integer(most)}`;
  const state = result?.manifest.complete === true ? '' : ' so far; the run is not complete';
  return `n = ${n} ${images}${state}.`;
}

/** What all lines of the figure share where the grid has more. */
function heldText({ grid }: Spec, { by, settings }: PanelLines): string {
  const [first] = settings;
  if (!hasTwoWays(grid) || first === undefined) return '';
  const held =
    by === 'value' ? `area ${regionName(first.region)}` : `magnitude ${valueName(first.value)}`;
  return ` Drawn here: ${held}.`;
}

/**
 * The words under a saved figure: the experiment with its seed, the denominator, how intervals are
 * drawn, and the day.
 * @param now the day of a run that has not ended
 */
export function figureCaption(
  shown: ShownRun,
  lines: PanelLines,
  nameOf: (id: string) => string,
  now: Date,
): string[] {
  const { spec, result } = shown;
  const date = result === null ? now : result.manifest.start;
  const sentence = pieceText(sentencePieces(spec, nameOf)).replaceAll('\u00a0', ' ');
  const side = spec.grid.counts.length > 1 ? ' Points of one count stand side by side.' : '';
  return [
    `${sentence}${heldText(spec, lines).replaceAll('\u00a0', ' ')}`,
    `${denominator(shown)} Bars: 95 % intervals.${side}${agreementCaption(spec)} Pixelproof, ${dayText(date)}.`,
  ];
}
