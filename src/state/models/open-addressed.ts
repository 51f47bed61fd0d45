import { goToPanel } from '../navigation/navigation-store.ts';
import { openModelUrl } from './open-model.ts';

/** Opens the model that the page's address names (`?model=…`), once the kept ones are listed. */
export function openAddressedModel(): void {
  const address = new URL(location.href).searchParams.get('model');
  if (address === null || address.trim() === '') return;
  goToPanel('models');
  void openModelUrl(/^https?:/i.test(address) ? address : new URL(address, location.href).href);
}
