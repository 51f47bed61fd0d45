import type { PanelId } from '../navigation/panel-address.ts';
import type { LinkPage } from './link-page.ts';
import type { LinkedRun } from './link-store.ts';
import { measurePage } from './measure-page.ts';
import { repairPage } from './repair-page.ts';

/** The panels whose experiment is the address, by their names in it. */
export const linkPages: Readonly<Record<LinkedRun['panel'], LinkPage>> = {
  measure: measurePage,
  repair: repairPage,
};

/** The panel of an address that has an experiment; null for one of the others. */
export function linkedPanel(panel: PanelId | null): LinkedRun['panel'] | null {
  if (panel === null || panel === 'measure') return 'measure';
  return panel === 'repair' ? 'repair' : null;
}
