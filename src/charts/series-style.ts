export type MarkerShape = 'circle' | 'square' | 'triangle' | 'diamond' | 'cross' | 'ring';

/** How one model is drawn wherever it appears. Colour, marker and dash each suffice to tell it apart. */
export interface SeriesStyle {
  /** A CSS colour; follows the colour scheme. */
  readonly color: string;
  readonly marker: MarkerShape;
  /** SVG dash array; undefined is a solid line. */
  readonly dash: string | undefined;
}

/** After Okabe and Ito (2008), darkened or lightened to 3:1 on either scheme's surface. */
const styles: readonly SeriesStyle[] = [
  { color: 'var(--series-1)', marker: 'circle', dash: undefined },
  { color: 'var(--series-2)', marker: 'square', dash: '7 3' },
  { color: 'var(--series-3)', marker: 'triangle', dash: '2 3' },
  { color: 'var(--series-4)', marker: 'diamond', dash: '9 3 2 3' },
  { color: 'var(--series-5)', marker: 'cross', dash: '4 2' },
  { color: 'var(--series-6)', marker: 'ring', dash: '12 4' },
];

const first: SeriesStyle = { color: 'var(--series-1)', marker: 'circle', dash: undefined };

/** Style of the model at `position` in the experiment's list; repeats after six. */
export function seriesStyle(position: number): SeriesStyle {
  return styles[position % styles.length] ?? first;
}
