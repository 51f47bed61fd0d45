import { unknownFields } from './codec/link-fields.ts';
import { withQuery } from './codec/query.ts';
import { sharedKeys } from './codec/shared-fields.ts';
import { keepAddress } from './keep-address.ts';
import type { ViewPage } from './link-page.ts';
import { linkStore } from './link-store.ts';

/**
 * Shows what the address asks of a panel, now and after Back and Forward, and keeps the address
 * that of what is shown; returns how to stop.
 */
export function followView(page: ViewPage): () => void {
  const { panel, keys } = page;
  const read = () => {
    const { asked, isSettled } = linkStore.getState();
    if (asked?.panel !== panel) return;
    const refused = page.open(asked.entries, isSettled);
    if (refused === null) return;
    const unknown = unknownFields(asked.entries, [...keys, ...sharedKeys]);
    linkStore.setState((state) => ({
      asked: null,
      panel,
      refused: [...state.refused, ...refused, ...unknown],
    }));
  };
  const addressNow = () => {
    const { asked, run } = linkStore.getState();
    const entries = page.entries();
    if (entries === null || asked?.panel === panel || run !== null) return null;
    return withQuery(location.href, [['panel', panel], ...entries]);
  };
  read();
  const stops = [
    linkStore.subscribe(read),
    keepAddress({
      panel,
      address: addressNow,
      subscribe: (listener) => {
        const tellers = [page.subscribe(listener), linkStore.subscribe(listener)];
        return () => tellers.forEach((stop) => stop());
      },
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
