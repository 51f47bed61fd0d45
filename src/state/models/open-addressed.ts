import { linkStore } from '../link/link-store.ts';
import { goToPanel } from '../navigation/navigation-store.ts';
import { modelList } from './model-list.ts';
import { openModelUrl } from './open-model.ts';

/**
 * Opens the model that the page's address names (`?model=…`), once the kept ones are listed. One on another
 * server is offered: nothing is fetched from elsewhere unless a person asks.
 */
export function openAddressedModel(): void {
  const { model } = linkStore.getState();
  if (model === null) return;
  const address = new URL(model, location.href).href;
  linkStore.setState({ model: null });
  goToPanel('models');
  const isKept = modelList.getState().own.some(({ path }) => path === address);
  const isNear = address.startsWith(`${location.origin}/`);
  if (isKept || isNear) void openModelUrl(address);
  else linkStore.setState({ offered: address });
}

/** Fetches the model that was offered. */
export function openOfferedModel(): void {
  const { offered } = linkStore.getState();
  linkStore.setState({ offered: null });
  if (offered !== null) void openModelUrl(offered);
}

/** Leaves the model that was offered where it is. */
export function declineOfferedModel(): void {
  linkStore.setState({ offered: null });
}
