import { imageSets } from '../images/image-sets.ts';
import { modelList } from '../models/model-list.ts';
import { panelIn } from '../navigation/panel-address.ts';
import { isNothing } from './absent.ts';
import { LinkFault } from './codec/link-fault.ts';
import { refusal, type RefusedField } from './codec/link-fields.ts';
import { readNamedModels } from './codec/models-text.ts';
import type { NamedImages } from './codec/named-images.ts';
import type { NamedModel } from './codec/named-model.ts';
import { queryOf, type QueryEntry } from './codec/query.ts';
import { library } from './library.ts';
import { linkStore, type LinkedRun, type Wanted } from './link-store.ts';
import type { LinkPage } from './link-page.ts';
import { measurePage } from './measure-page.ts';
import { unpackNumbers } from './numbers/pack-numbers.ts';
import { repairPage } from './repair-page.ts';
import { resolveWanted } from './resolve-wanted.ts';

/** The numbers of a finished run. */
export const RESULT = 'result';
/** Fields that every address may have: the panel, and the address of a model. */
export const SHARED = ['panel', 'model'] as const;

/** The panels whose state is the address, by their names in it. */
export const linkPages: Readonly<Record<LinkedRun['panel'], LinkPage>> = {
  measure: measurePage,
  repair: repairPage,
};

/** The panel of an address that this module serves; null for one that keeps its own. */
export function linkedPanel(panel: string | null): LinkedRun['panel'] | null {
  if (panel === null || panel === 'measure') return 'measure';
  return panel === 'repair' ? 'repair' : null;
}

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

function unknownFields(entries: readonly QueryEntry[], { keys }: LinkPage): RefusedField[] {
  const known = new Set<string>([...keys, ...SHARED, RESULT]);
  return entries
    .filter(([key]) => !known.has(key))
    .map(([key, text]) => refusal(key, text, 'this page has no such field'));
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

/**
 * Shows what an address says, field by field; fields that cannot be taken are told. A run that goes
 * on keeps its experiment.
 */
export function openLink(address: string): void {
  const panel = linkedPanel(panelIn(address));
  if (panel === null || linkPages[panel].isBusy()) return;
  const page = linkPages[panel];
  const entries = queryOf(address);
  const { named, refused: badModels } = readNamedModels(entries);
  const { refused: badFields, sets } = page.open(entries, named);
  const refused = [...badModels, ...badFields, ...unknownFields(entries, page)];
  const [, text] = entries.find(([key]) => key === RESULT) ?? [];
  let linked: LinkedRun | null = null;
  if (text !== undefined && refused.length > 0) {
    const why = 'the numbers are of an experiment of which other fields were refused';
    refused.push(refusal(RESULT, text, why));
  } else if (text !== undefined) {
    const read = linkedRun(panel, text);
    if ('linked' in read) linked = read.linked;
    else refused.push(read.refused);
  }
  linkStore.setState({ panel, refused, linked, wanted: wantedBy(named, sets) });
  resolve();
}

/** Takes what this browser has for what the link wants. */
function resolve(): void {
  const { isSettled, panel, wanted, linked } = linkStore.getState();
  const page = panel && linkPages[panel];
  if (!isSettled || page === null || page.isBusy() || isNothing(wanted)) return;
  const before = page.spec();
  const { spec, ids, wanted: left } = resolveWanted(before, wanted, library());
  const isOfLink = linked !== null && linked.spec === before;
  linkStore.setState({ wanted: left, ...(isOfLink && { linked: { ...linked, spec } }) });
  if (spec !== before) page.put(spec, ids);
}

/** Once the models and sets that this browser keeps are listed: what a link wants is looked up among them, and among those to come. */
export function settleLink(): void {
  if (linkStore.getState().isSettled) return;
  linkStore.setState({ isSettled: true });
  resolve();
  modelList.subscribe(resolve);
  imageSets.subscribe(resolve);
}
