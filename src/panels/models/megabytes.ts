/** "0.69 MB", "98 MB" */
export function megabytes(bytes: number): string {
  const value = bytes / 1e6;
  return `${value < 10 ? value.toPrecision(2) : Math.round(value).toLocaleString('en-GB')}\u00a0MB`;
}
