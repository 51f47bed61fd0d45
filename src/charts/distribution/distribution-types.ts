import type { SeriesStyle } from '../../run/figure/series-style.ts';
import type { Cumulative } from '../../run/figure/cumulative.ts';

/** One sample of a figure of distributions. */
export interface Distribution {
  readonly id: string;
  readonly name: string;
  readonly style: SeriesStyle;
  readonly sample: Cumulative;
}
