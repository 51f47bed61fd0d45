import { bundledModelIds } from '../../run/bundled-models.ts';
import { fieldReader } from '../link/codec/field-reader.ts';
import { plainText, wholeText, wordText, type FieldText } from '../link/codec/field-texts.ts';
import { LinkFault } from '../link/codec/link-fault.ts';
import { OWN } from '../link/codec/models-text.ts';
import type { QueryEntry } from '../link/codec/query.ts';
import { heldModelEntries, heldModels, modelAbsent } from '../link/held-model.ts';
import type { ViewPage } from '../link/link-page.ts';
import { sampleIndices } from '../sample-images.ts';
import { modelsView } from './models-view-store.ts';
import type { PreviewPicture } from './preview.ts';

const open = wordText(['open']);

/** The index of a sample image. */
const sampleText: Pick<FieldText<PreviewPicture>, 'read'> = {
  read: (text) => {
    const index = wholeText.read(text);
    if (!sampleIndices.includes(index)) {
      throw new LinkFault(`choose one of ${sampleIndices.join(', ')}`);
    }
    return { kind: 'roadside', index };
  },
};

/** Models in the address: which one is looked at, through it at what, and what of it is unfolded. */
export const modelsPage: ViewPage = {
  panel: 'models',
  keys: ['chosen', 'preview', 'layers', 'catalogue', OWN],
  open: (entries, isListed) => {
    const { selected: usual } = modelsView.getInitialState();
    const { take, refuse, refused } = fieldReader(entries);
    const asked = take('chosen', plainText) ?? usual;
    if (!isListed && !bundledModelIds.includes(asked)) return null;
    const { idOf, refused: badModels } = heldModels(entries);
    const id = idOf(asked);
    if (id === null) refuse('chosen', modelAbsent(asked));
    modelsView.setState({
      selected: id ?? usual,
      picture: take('preview', sampleText) ?? null,
      hasLayers: take('layers', open) !== undefined,
      hasCatalogue: take('catalogue', open) !== undefined,
    });
    return [...badModels, ...refused];
  },
  entries: () => {
    const { selected, picture, hasLayers, hasCatalogue } = modelsView.getState();
    const isUsual = selected === modelsView.getInitialState().selected;
    const entries: (readonly QueryEntry[])[] = [
      isUsual ? [] : [['chosen', selected]],
      picture?.kind === 'roadside' ? [['preview', String(picture.index)]] : [],
      hasLayers ? [['layers', 'open']] : [],
      hasCatalogue ? [['catalogue', 'open']] : [],
      isUsual ? [] : heldModelEntries([selected]),
    ];
    return entries.flat();
  },
  subscribe: (listener) => modelsView.subscribe(listener),
};
