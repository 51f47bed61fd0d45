type Rgb = readonly [number, number, number];

/** From nothing to most: lightness rises evenly, so that the order survives grey print and colour blindness. */
const stops: readonly Rgb[] = [
  [18, 12, 52],
  [74, 22, 110],
  [146, 38, 112],
  [214, 70, 78],
  [246, 133, 40],
  [252, 196, 66],
  [252, 246, 170],
];

/** The colour of a share of the scale, 0 … 1; what is beyond takes the end's. */
export function mapColour(share: number): Rgb {
  const place = Math.min(1, Math.max(0, share)) * (stops.length - 1);
  const at = Math.min(stops.length - 2, Math.floor(place));
  const [from, to] = [stops[at] ?? [0, 0, 0], stops[at + 1] ?? [0, 0, 0]] as const;
  const mix = (channel: 0 | 1 | 2) =>
    Math.round(from[channel] + (place - at) * (to[channel] - from[channel]));
  return [mix(0), mix(1), mix(2)];
}

/** The scale as a CSS background, from left to right. */
export const mapGradient = `linear-gradient(to right, ${stops
  .map(([red, green, blue]) => `rgb(${red} ${green} ${blue})`)
  .join(', ')})`;
