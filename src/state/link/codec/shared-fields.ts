import { isPanelId, type PanelId } from '../../navigation/panel-address.ts';
import { fieldReader } from './field-reader.ts';
import { plainText, type FieldText } from './field-texts.ts';
import { LinkFault } from './link-fault.ts';
import type { RefusedField } from './link-fields.ts';
import type { QueryEntry } from './query.ts';

/** The numbers of a finished run. */
export const RESULT = 'result';
/** A run that this browser keeps. */
export const RUN = 'run';
/** The address of a model. */
export const MODEL = 'model';
const PANEL = 'panel';

export const sharedKeys: readonly string[] = [PANEL, MODEL, RUN, RESULT];

const panelText: FieldText<PanelId> = {
  read: (text) => {
    if (!isPanelId(text)) throw new LinkFault('there is no such panel, so this is Measure');
    return text;
  },
  write: (id) => id,
};

/** The id of a run; whether there is such a run is not known here. */
export const runText: FieldText<string> = {
  read: (text) => {
    if (!/^[\w-]{1,64}$/.test(text)) throw new LinkFault('no run has such an id');
    return text;
  },
  write: (id) => id,
};

/** The address of a model may be one within the page's own folder. */
const addressText = (page: string): Pick<FieldText<string>, 'read'> => ({
  read: (text) => {
    const isAddress = text.trim() !== '' && URL.canParse(text, page);
    if (isAddress && /^https?:$/.test(new URL(text, page).protocol)) return text.trim();
    throw new LinkFault('models are fetched from addresses that begin with https:// or http://');
  },
});

/** What any address may say, whatever its panel. */
export interface SharedFields {
  readonly model: string | null;
  readonly run: string | null;
  readonly result: string | null;
  readonly refused: readonly RefusedField[];
}

/** @param page its address, which that of a model may start from */
export function readShared(entries: readonly QueryEntry[], page: string): SharedFields {
  const { take, refused } = fieldReader(entries);
  take(PANEL, panelText);
  return {
    model: take(MODEL, addressText(page)) ?? null,
    run: take(RUN, runText) ?? null,
    // How long it may be is known where it is unpacked.
    result: take(RESULT, plainText, Number.MAX_SAFE_INTEGER) ?? null,
    refused,
  };
}
