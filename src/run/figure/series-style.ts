export type MarkerShape = 'circle' | 'square' | 'triangle' | 'diamond' | 'cross' | 'ring';

/** How one line is drawn wherever it appears. */
export interface SeriesStyle {
  /** A CSS colour; follows the colour scheme. */
  readonly color: string;
  readonly marker: MarkerShape;
  /** SVG dash array; undefined is a solid line. */
  readonly dash: string | undefined;
  /** Of the line, in pixels. */
  readonly width: number;
}

/**
 * Told apart in full colour, with each kind of colour blindness and in grey: lightness differs too.
 * 3:1 or more on either scheme's surface.
 */
const colors = [
  'var(--series-1)',
  'var(--series-2)',
  'var(--series-3)',
  'var(--series-4)',
  'var(--series-5)',
  'var(--series-6)',
] as const;

const marks: readonly Pick<SeriesStyle, 'marker' | 'dash'>[] = [
  { marker: 'circle', dash: undefined },
  { marker: 'square', dash: '7 3' },
  { marker: 'triangle', dash: '2 3' },
  { marker: 'diamond', dash: '9 3 2 3' },
  { marker: 'cross', dash: '4 2' },
  { marker: 'ring', dash: '12 4' },
];

/**
 * Style of the model at `position` in the list of models. Colour, marker and dash each suffice to
 * tell the first six apart; after these the colours meet other markers, so that no pair of colour
 * and marker comes twice among 36.
 */
export function seriesStyle(position: number): SeriesStyle {
  const round = Math.floor(position / colors.length);
  const { marker, dash } = marks[(position + round) % marks.length] ?? {
    marker: 'circle',
    dash: undefined,
  };
  return { color: colors[position % colors.length] ?? colors[0], marker, dash, width: 2 };
}

const thinnest = 1.25;
const thickest = 2.75;

/**
 * The style of one of `steps` ordered lines of a model: heavier and less broken from the first to
 * the last, which is solid. Colour and marker stay the model's.
 * @param step 0 … steps − 1
 */
export function ordinalStyle(base: SeriesStyle, step: number, steps: number): SeriesStyle {
  const share = steps > 1 ? step / (steps - 1) : 1;
  return {
    ...base,
    width: thinnest + share * (thickest - thinnest),
    dash: share === 1 ? undefined : `${(1 + share * 11).toFixed(1)} 3`,
  };
}
