const key = 'panel';

/** The panels by their names in the address, in the order of the rail; the first is home. */
export const panelIds = [
  'measure',
  'inspect',
  'repair',
  'learn',
  'models',
  'images',
  'runs',
] as const;

export type PanelId = (typeof panelIds)[number];

/** A panel that the address has to name; home needs no name. */
export type NamedPanel = Exclude<PanelId, 'measure'>;

export function isPanelId(text: string): text is PanelId {
  return panelIds.some((id) => id === text);
}

/** The panel that an address names; null for home, which is also what an unknown name leads to. */
export function panelIn(address: string): NamedPanel | null {
  const text = new URL(address).searchParams.get(key) ?? '';
  return isPanelId(text) && text !== 'measure' ? text : null;
}

/**
 * The address of another panel, without what this one says of its panel.
 * @param panel null for the home panel, which needs no name
 */
export function panelAddress(address: string, panel: NamedPanel | null): string {
  const url = new URL(address);
  url.search = panel === null ? '' : `${key}=${panel}`;
  return url.href;
}
