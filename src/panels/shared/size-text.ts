/** Bytes for a person, with two or three digits: "350 kB", "4.2 MB", "1.3 GB". */
export function sizeText(bytes: number): string {
  const steps = [
    [1e9, 'GB'],
    [1e6, 'MB'],
    [1e3, 'kB'],
  ] as const;
  const [size, unit] = steps.find(([each]) => bytes >= each) ?? [1, 'bytes'];
  const value = bytes / size;
  return `${value >= 100 || size === 1 ? Math.round(value) : value.toPrecision(2)}\u00a0${unit}`;
}
