const key = 'panel';

/** The panel that an address names; null if it names none. */
export function panelIn(address: string): string | null {
  return new URL(address).searchParams.get(key);
}

/**
 * The address of another panel, without what this one says of its panel.
 * @param panel null for the home panel, which needs no name
 */
export function panelAddress(address: string, panel: string | null): string {
  const url = new URL(address);
  url.search = panel === null ? '' : `${key}=${encodeURIComponent(panel)}`;
  return url.href;
}
