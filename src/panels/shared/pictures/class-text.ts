/** "63.2 %"; nothing that was computed is called certain or impossible. */
export function probability(value: number): string {
  if (value > 0.9995) return 'over 99.9\u00a0%';
  if (value < 0.0005) return 'under 0.1\u00a0%';
  return `${(value * 100).toFixed(1)}\u00a0%`;
}

/** "Speed limit 30", at the start of a line. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
