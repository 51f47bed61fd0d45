/** No-break space: a number and its unit stay on one line. */
const nbsp = '\u00a0';

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

const tenths = new Intl.NumberFormat('en-GB', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** "20,000" */
export function integer(value: number): string {
  return whole.format(value);
}

/** A fraction 0 … 1 in per cent with one decimal, without the sign: "94.8". */
export function perCent(fraction: number): string {
  return (fraction * 100).toFixed(1);
}

/** The same with the sign: "94.8 %". */
export function percent(fraction: number): string {
  return `${perCent(fraction)}${nbsp}%`;
}

/** An interval of fractions in per cent, without the sign: "93.2–96.1". */
export function percentRange([low, high]: readonly [number, number]): string {
  return `${perCent(low)}–${perCent(high)}`;
}

/** A signed difference of fractions in per cent points: "+1.2", "−0.4", "0.0". */
export function pointsText(difference: number): string {
  const text = perCent(Math.abs(difference));
  if (Number(text) === 0) return text;
  return `${difference > 0 ? '+' : '−'}${text}`;
}

/** A positive figure with three significant digits and no exponent: "98.3", "1,250". */
export function threeDigits(value: number): string {
  if (value >= 100) return integer(value);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** A figure of at least 0 with two or three significant digits: "0", "0.053", "2.13", "98.3", "1,250". */
export function smallFigure(value: number): string {
  if (value === 0) return '0';
  return value < 0.995 ? value.toPrecision(2) : threeDigits(value);
}

/** An interval of figures of at least 0: "1.30–3.21". */
export function smallFigureRange([low, high]: readonly [number, number]): string {
  return `${smallFigure(low)}–${smallFigure(high)}`;
}

/** Seconds for a person: "under 1 s", "25 s", "3 min 10 s", "1 h 5 min". */
export function duration(seconds: number): string {
  if (seconds < 1) return `under 1${nbsp}s`;
  const rounded = Math.round(seconds);
  if (rounded < 60) return `${rounded}${nbsp}s`;
  const minutes = Math.floor(rounded / 60);
  if (minutes < 60) return `${minutes}${nbsp}min ${rounded % 60}${nbsp}s`;
  return `${Math.floor(minutes / 60)}${nbsp}h ${minutes % 60}${nbsp}min`;
}

/** What stands before a duration that is a guess: "about " 25 s, nothing before under 1 s. */
export function about(seconds: number): string {
  return seconds < 1 ? '' : 'about ';
}

/** "1 pixel", "8 pixels" */
export function pixelsOf(count: number): string {
  return `${integer(count)}${nbsp}${count === 1 ? 'pixel' : 'pixels'}`;
}

/** "85.3", "1,353.7" */
export function oneDecimal(value: number): string {
  return tenths.format(value);
}

/** "0.042", "under 0.001", "–" where there is none. */
export function pText(p: number | null): string {
  if (p === null) return '–';
  return p < 0.001 ? 'under 0.001' : p.toFixed(3);
}

/** "p = 0.042", "p < 0.001" */
export function pPhrase(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`;
}

/** A length, three significant digits with a true minus sign; "∞" for null. */
export function lengthText(value: number | null): string {
  if (value === null) return '∞';
  return String(Number(value.toPrecision(3))).replace('-', '−');
}
