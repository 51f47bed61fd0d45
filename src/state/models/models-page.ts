import { bundledModelIds } from '../../run/bundled-models.ts';
import { fieldReader } from '../link/codec/field-reader.ts';
import { plainText, wordText } from '../link/codec/field-texts.ts';
import { OWN } from '../link/codec/models-text.ts';
import type { QueryEntry } from '../link/codec/query.ts';
import { heldModelEntries, heldModels, modelAbsent } from '../link/held-model.ts';
import type { ViewPage } from '../link/link-page.ts';
import { modelsView } from './models-view-store.ts';

const open = wordText(['open']);

/** Models in the address: which one is looked at, and what of it is unfolded. */
export const modelsPage: ViewPage = {
  panel: 'models',
  keys: ['chosen', 'layers', 'catalogue', OWN],
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
      hasLayers: take('layers', open) !== undefined,
      hasCatalogue: take('catalogue', open) !== undefined,
    });
    return [...badModels, ...refused];
  },
  entries: () => {
    const { selected, hasLayers, hasCatalogue } = modelsView.getState();
    const isUsual = selected === modelsView.getInitialState().selected;
    const entries: (readonly QueryEntry[])[] = [
      isUsual ? [] : [['chosen', selected]],
      hasLayers ? [['layers', 'open']] : [],
      hasCatalogue ? [['catalogue', 'open']] : [],
      isUsual ? [] : heldModelEntries([selected]),
    ];
    return entries.flat();
  },
  subscribe: (listener) => modelsView.subscribe(listener),
};
