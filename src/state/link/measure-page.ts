import { archiveStore, listedRun } from '../archive/archive-store.ts';
import { shownRuns } from '../archive/shown-runs.ts';
import { viewStore } from '../answer/view-store.ts';
import { attackViewStore } from '../attack-answer/attack-view-store.ts';
import { experimentStore, sameExperiment } from '../experiment/experiment-store.ts';
import { galleryView } from '../gallery/gallery-view.ts';
import { isUnderWay, runStore } from '../run/run-store.ts';
import { measureKeys } from './codec/measure-fields.ts';
import { readMeasureLink, writeMeasureLink } from './codec/measure-link.ts';
import type { MeasureView } from './codec/measure-view.ts';
import { samePlain } from './codec/paths.ts';
import { knownHashes } from './library.ts';
import type { LinkPage } from './link-page.ts';

/** What is looked at in Measure. */
export function measureView(): MeasureView {
  const { activeCount, measure, table, scale, linesBy, held, pinned } = viewStore.getState();
  const attack = attackViewStore.getState();
  const { show: shown, draw, start, opened, rings } = galleryView.getState();
  return {
    activeCount,
    measure,
    table,
    scale,
    linesBy,
    held,
    pinned,
    attack: {
      view: attack.view,
      epsilon: attack.epsilon,
      measure: attack.measure,
      table: attack.table,
      recovery: attack.recovery,
      pinned: attack.pinned,
    },
    gallery: { show: shown, draw, start, opened, rings },
  };
}

function show({ attack, gallery, ...view }: MeasureView): void {
  viewStore.setState(view);
  attackViewStore.setState(attack);
  // Another pinned cell begins with its first pictures, unless the address says otherwise.
  galleryView.setState(gallery);
}

function withModel<Cell extends { readonly model: string }>(
  cell: Cell | null,
  ids: ReadonlyMap<string, string>,
): Cell | null {
  return cell && { ...cell, model: ids.get(cell.model) ?? cell.model };
}

export const measurePage: LinkPage = {
  keys: measureKeys,
  isBusy: () => isUnderWay(runStore.getState().phase),
  read: (entries, named) => {
    const {
      state: { spec, view, set },
      refused,
    } = readMeasureLink(entries, named);
    const look = () => {
      if (!samePlain(measureView(), view)) show(view);
    };
    return { spec, refused, sets: set === undefined ? [] : [set], look };
  },
  spec: () => experimentStore.getState().spec,
  put: (spec, ids) => {
    const { spec: before, replace } = experimentStore.getState();
    if (!samePlain(before, spec)) replace(spec);
    if (ids.size === 0) return;
    const gallery = galleryView.getState();
    viewStore.setState(({ pinned }) => ({ pinned: withModel(pinned, ids) }));
    attackViewStore.setState(({ pinned }) => ({ pinned: withModel(pinned, ids) }));
    galleryView.setState(gallery);
  },
  asks: (spec) => sameExperiment(experimentStore.getState().spec, spec),
  run: () => {
    const { phase, spec } = runStore.getState();
    if (phase === 'idle' || phase === 'opened' || isUnderWay(phase) || spec === null) return null;
    const id = shownRuns.getState().measure;
    const isShown = sameExperiment(experimentStore.getState().spec, spec);
    return id !== null && isShown && listedRun(id) !== null ? id : null;
  },
  entries: () =>
    writeMeasureLink({ spec: experimentStore.getState().spec, view: measureView() }, knownHashes()),
  subscribe: (listener) => {
    const stops = [experimentStore, viewStore, attackViewStore, galleryView, archiveStore].map(
      (store) => store.subscribe(listener),
    );
    return () => stops.forEach((stop) => stop());
  },
};
