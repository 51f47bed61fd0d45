const key = 'panel';

/** The panel that an address names; null if it names none. */
export function panelIn(address: string): string | null {
  return new URL(address).searchParams.get(key);
}

/**
 * The same address with another panel; whatever else it holds is kept.
 * @param panel null for the home panel, which needs no name
 */
export function withPanel(address: string, panel: string | null): string {
  const url = new URL(address);
  if (panel === null) url.searchParams.delete(key);
  else url.searchParams.set(key, panel);
  return url.href;
}
