import { imageSets } from '../images/image-sets.ts';
import { modelList } from '../models/model-list.ts';
import { panelIn } from '../navigation/panel-address.ts';
import { isNothing } from './absent.ts';
import { LinkFault } from './codec/link-fault.ts';
import { refusal, unknownFields, type RefusedField } from './codec/link-fields.ts';
import { readNamedModels } from './codec/models-text.ts';
import type { NamedImages } from './codec/named-images.ts';
import type { NamedModel } from './codec/named-model.ts';
import { queryOf, type QueryEntry } from './codec/query.ts';
import { readShared, RESULT, sharedKeys, type SharedFields } from './codec/shared-fields.ts';
import { isTracking } from './codec/tracking.ts';
import { library } from './library.ts';
import { linkedPanel, linkPages } from './link-pages.ts';
import { linkStore, type LinkedRun, type Wanted } from './link-store.ts';
import { unpackNumbers } from './numbers/pack-numbers.ts';
import { openLinkedRun } from './open-linked-run.ts';
import { resolveWanted } from './resolve-wanted.ts';

function wantedBy(named: readonly NamedModel[], sets: readonly NamedImages[]): Wanted {
  return {
    models: named.map(({ id, sha, model }) => ({
      id,
      sha,
      path: typeof model === 'string' ? null : model.path,
    })),
    images: sets.map(({ sha, images: { path, source } }) => ({ name: path, sha, source })),
  };
}

function linkedRun(
  panel: LinkedRun['panel'],
  text: string,
): { readonly linked: LinkedRun } | { readonly refused: RefusedField } {
  try {
    return { linked: { panel, spec: linkPages[panel].spec(), numbers: unpackNumbers(text), text } };
  } catch (error) {
    if (!(error instanceof LinkFault)) throw error;
    return { refused: refusal(RESULT, text, error.message) };
  }
}

interface Opened {
  readonly address: string;
  readonly entries: readonly QueryEntry[];
  readonly shared: SharedFields;
}

function openExperiment(panel: LinkedRun['panel'], { address, entries, shared }: Opened): void {
  const page = linkPages[panel];
  const { named, refused: badModels } = readNamedModels(entries);
  const read = page.read(entries, named);
  const wanted = wantedBy(named, read.sets);
  if (page.isBusy()) {
    if (!page.asks(resolveWanted(read.spec, wanted, library()).spec)) {
      linkStore.setState({ waiting: { panel, address } });
      return;
    }
  } else {
    page.put(read.spec, new Map());
  }
  read.look();
  const unknown = unknownFields(entries, [...page.keys, ...sharedKeys]);
  const refused = [...shared.refused, ...badModels, ...read.refused, ...unknown];
  const { result } = shared;
  let linked: LinkedRun | null = null;
  if (result !== null && refused.length > 0) {
    const why = 'the numbers are of an experiment of which other fields were refused';
    refused.push(refusal(RESULT, result, why));
  } else if (result !== null) {
    const numbers = linkedRun(panel, result);
    if ('linked' in numbers) linked = numbers.linked;
    else refused.push(numbers.refused);
  }
  linkStore.setState({ panel, refused, linked, wantedBy: panel, wanted, waiting: null });
  resolve();
}

/**
 * Shows what an address says, field by field; fields that cannot be taken are told. A run that goes
 * on keeps its experiment: an address that asks for another one waits.
 */
export function openLink(address: string): void {
  const panel = panelIn(address) ?? 'measure';
  const entries = queryOf(address).filter(([key]) => !isTracking(key));
  const shared = readShared(entries, address);
  const { run, model, refused } = shared;
  const experiment = linkedPanel(panel);
  if (experiment === null) {
    linkStore.setState({ panel, refused, asked: { panel, entries } });
  } else {
    openExperiment(experiment, { address, entries, shared });
  }
  linkStore.setState({ run, model });
  if (linkStore.getState().isSettled) void openLinkedRun();
}

/** Takes what this browser has for what the link wants. */
function resolve(): void {
  const { isSettled, wantedBy: panel, wanted, linked } = linkStore.getState();
  const page = panel && linkPages[panel];
  if (!isSettled || page === null || page.isBusy() || isNothing(wanted)) return;
  const before = page.spec();
  const { spec, ids, wanted: left } = resolveWanted(before, wanted, library());
  const isOfLink = linked !== null && linked.spec === before;
  linkStore.setState({ wanted: left, ...(isOfLink && { linked: { ...linked, spec } }) });
  if (spec !== before) page.put(spec, ids);
}

/** Once what this browser keeps is listed: what a link wants is looked up there, and among what is to come. */
export function settleLink(): void {
  if (linkStore.getState().isSettled) return;
  linkStore.setState({ isSettled: true });
  resolve();
  modelList.subscribe(resolve);
  imageSets.subscribe(resolve);
  void openLinkedRun();
}
