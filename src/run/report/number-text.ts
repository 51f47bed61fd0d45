const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

export type Interval = readonly [number, number] | null;

/** "20,000" */
export function integer(value: number): string {
  return whole.format(value);
}

/** A fraction in per cent, without the sign: "5.2". */
export function perCent(fraction: number): string {
  return (100 * fraction).toFixed(1);
}

/** "(3.9–6.8)", of fractions, in per cent. */
export function perCentInterval([low, high]: readonly [number, number]): string {
  return `(${perCent(low)}–${perCent(high)})`;
}

/** "50/966" */
export function countOf(some: number, all: number): string {
  return `${integer(some)}/${integer(all)}`;
}

/** A figure of at least 0 in few digits: "0", "0.03", "2.13", "98.3", "1,250". */
export function figure(value: number): string {
  if (value === 0) return '0';
  if (value >= 99.95) return integer(value);
  return value >= 9.995 ? value.toFixed(1) : value.toFixed(2);
}

/** "(1.30–3.21)" */
export function figureInterval([low, high]: readonly [number, number]): string {
  return `(${figure(low)}–${figure(high)})`;
}

/** "0.042", "< 0.001", "–" where there is none. */
export function pText(p: number | null): string {
  if (p === null) return '–';
  return p < 0.001 ? '< 0.001' : p.toFixed(3);
}

/** A length, three significant digits with a true minus sign; "∞" for null. */
export function lengthText(value: number | null): string {
  if (value === null) return '∞';
  return String(Number(value.toPrecision(3))).replace('-', '−');
}

/** "22 November 2026" of an ISO time, in UTC. */
export function dayText(start: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(start),
  );
}

/** "2026-11-22 15:32:06 UTC" of an ISO time. */
export function timeText(start: string): string {
  return `${new Date(start).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
