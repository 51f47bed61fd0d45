import { withQuery, type QueryEntry } from '../link/codec/query.ts';
import { followView } from '../link/follow-view.ts';
import { heldModelEntries, heldModels } from '../link/held-model.ts';
import type { ViewPage } from '../link/link-page.ts';
import { linkStore } from '../link/link-store.ts';
import { inspectEntries, inspectKeys } from './inspect-address.ts';
import { inspectStore } from './inspect-store.ts';
import { leaveInspector } from './inspector.ts';
import { openInspect, shownNow } from './open-inspect.ts';
import { questionEntries, questionKeys } from './questions/question-address.ts';
import { questionStore } from './questions/question-store.ts';
import { toolEntries, toolKeys } from './tool-address.ts';
import { toolStore } from './tool-store.ts';

const panel = 'inspect';

function entriesNow(): QueryEntry[] | null {
  const { image, picture, models } = inspectStore.getState();
  // Until it is drawn, its changes are not known.
  if (image === null || picture === null) return null;
  const of = questionEntries(questionStore.getState());
  const tools = toolEntries(toolStore.getState());
  return [...inspectEntries(shownNow()), ...heldModelEntries(models), ...of, ...tools];
}

const page: ViewPage = {
  panel,
  keys: [...inspectKeys, 'own', ...questionKeys, ...toolKeys],
  open: (entries, isListed) => {
    if (!isListed) return null;
    const { refused } = openInspect(entries);
    return [...heldModels(entries).refused, ...refused];
  },
  entries: entriesNow,
  subscribe: (listener) => {
    const stops = [inspectStore, questionStore, toolStore].map((store) =>
      store.subscribe(listener),
    );
    return () => stops.forEach((stop) => stop());
  },
};

/** The address of the panel as it is, for a link. */
export function inspectLink(): string {
  return withQuery(location.href, [['panel', panel], ...(entriesNow() ?? [])]);
}

/**
 * Opens what the address asks for, the first picture where it asks for nothing, and keeps the
 * address that of the panel; returns how to stop.
 */
export function followInspectAddress(): () => void {
  const { asked } = linkStore.getState();
  if (asked?.panel !== panel && inspectStore.getState().image === null) {
    linkStore.setState({ asked: { panel, entries: [] } });
  }
  const stop = followView(page);
  return () => {
    stop();
    leaveInspector();
  };
}
