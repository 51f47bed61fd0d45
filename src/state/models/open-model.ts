import type { ModelSource, NamedBlob, ReadModel } from '../../protocol/model-source.ts';
import type { Preprocess } from '../../protocol/spec.ts';
import { ModelReader } from '../../workers/open-model-reader.ts';
import { asErrorData } from '../as-error-data.ts';
import { guessedLabels, guessedPreprocess } from './first-guess.ts';
import { listOwn } from './list-own.ts';
import { freeId, modelList } from './model-list.ts';
import { freePosition } from './model-position.ts';
import { modelsView } from './models-view-store.ts';
import type { OwnModel } from './own-model.ts';
import { keepOwnModel } from './own-models.ts';

/** What is known of a model before it is read. */
export interface ModelHints {
  readonly name?: string;
  readonly preprocess?: Preprocess;
}

let reader: ModelReader | null = null;

const baseName = (path: string): string =>
  path.split(/[\\/]/).findLast((part) => part !== '') ?? path;

/** A name for a person: that of the file, or of its folder where every model's file is called so. */
function nameOf(path: string): string {
  const plain = path.replace(/[?#].*$/, '');
  const stem = baseName(plain).replace(/(?<=.)\.[^.]*$/, '');
  const folder = plain.split(/[\\/]/).at(-2) ?? '';
  const name = /^model$/i.test(stem) && folder !== '' ? folder : stem;
  return decodeURIComponent(name.replace(/%(?![0-9a-f]{2})/gi, '%25'));
}

/** A name as an id in a spec. */
function idOf(name: string): string {
  const plain = name.replace(/[^\w.-]+/g, '-').replace(/^-+|-+$/g, '');
  return freeId(plain.slice(0, 56) || 'model');
}

/** The number that tells models of one name apart, as in the id. */
function nameWithNumber(name: string, id: string): string {
  const [, number] = /\.(\d+)$/.exec(id) ?? [];
  const isTaken = modelList.getState().own.some((model) => model.name === name);
  return isTaken && number !== undefined ? `${name} (${number})` : name;
}

async function ownModelOf(
  read: ReadModel,
  source: ModelSource,
  hints: ModelHints,
): Promise<OwnModel> {
  const { path, topology, architecture, weights, inspection, labels } = read;
  const [only] = source.kind === 'files' ? source.files : [];
  const isZip = source.kind === 'files' && source.files.length === 1 && only?.name !== path;
  const name = hints.name ?? nameOf(isZip && only !== undefined ? only.name : path);
  const id = idOf(name);
  return {
    id,
    name: nameWithNumber(name, id),
    added: Date.now(),
    slot: freePosition(),
    path,
    topology,
    architecture,
    weights,
    inspection,
    preprocess: sized(
      read.preprocess ?? hints.preprocess ?? guessedPreprocess(inspection),
      read.openSize,
    ),
    output: 'auto',
    labels: await guessedLabels({ ...read, labels }),
    test: { images: 0, correct: 0 },
  };
}

/** A model that leaves the size of its pictures open is told it with every use. */
function sized(preprocess: Preprocess, size: ReadModel['openSize']): Preprocess {
  return size === null ? preprocess : { ...preprocess, size: [...size] };
}

function labelNews({ labels, inspection }: ReadModel): string {
  if (labels === null || labels.names.length === inspection.classes) return '';
  return ` ${labels.path} was left out: it names ${labels.names.length} classes, and the model has ${inspection.classes}.`;
}

/** Shows a model that has been read, and keeps it; one that is here already is only shown. */
async function adopt(read: ReadModel, source: ModelSource, hints: ModelHints): Promise<void> {
  const { hash } = read.inspection;
  const known = modelList.getState().own.find((model) => model.inspection.hash === hash);
  if (known !== undefined) {
    modelsView.setState({
      opening: { phase: 'idle' },
      selected: known.id,
      news: `These are the files of ${known.name}, which is here already.`,
    });
    return;
  }
  const model = await ownModelOf(read, source, hints);
  listOwn(model);
  modelsView.setState({
    opening: { phase: 'idle' },
    selected: model.id,
    news: `${model.name} is open.${labelNews(read)}`,
  });
  try {
    await keepOwnModel(model);
  } catch (error) {
    modelList.setState({ error: asErrorData(error) });
  }
}

/** Reads a model in a worker; what is listed stays as it is unless all of it is in order. */
async function open(source: ModelSource, subject: string, hints: ModelHints): Promise<void> {
  cancelOpening();
  const current = new ModelReader();
  reader = current;
  modelsView.setState({ opening: { phase: 'reading', subject, progress: null }, news: null });
  try {
    const read = await current.read(source, (progress) => {
      if (reader === current) {
        modelsView.setState({ opening: { phase: 'reading', subject, progress } });
      }
    });
    if (reader === current) await adopt(read, source, hints);
  } catch (error) {
    if (reader !== current) return;
    modelsView.setState({ opening: { phase: 'failed', subject, error: asErrorData(error) } });
  } finally {
    current.close();
    if (reader === current) reader = null;
  }
}

/** Opens a model from files, or from one zip that holds them. */
export function openModelFiles(files: readonly NamedBlob[]): Promise<void> {
  const [first] = files;
  const subject = files.length === 1 && first !== undefined ? first.name : `${files.length} files`;
  return open({ kind: 'files', files }, subject, {});
}

/** Opens a model from an address; one that was opened from it before is shown as it is kept. */
export function openModelUrl(text: string, hints: ModelHints = {}): Promise<void> {
  const trimmed = text.trim();
  const url = /^\.{0,2}\//.test(trimmed) ? new URL(trimmed, location.href).href : trimmed;
  const kept = modelList.getState().own.find(({ path }) => path === url);
  if (kept !== undefined) {
    cancelOpening();
    modelsView.setState({
      selected: kept.id,
      opening: { phase: 'idle' },
      news: `${kept.name} was opened from this address before; it is shown as it is kept.`,
    });
    return Promise.resolve();
  }
  return open({ kind: 'url', url }, url, hints);
}

/** Stops reading; nothing of it is kept. */
export function cancelOpening(): void {
  reader?.close();
  reader = null;
  modelsView.setState({ opening: { phase: 'idle' } });
}

/** Puts the message about the last opening away. */
export function dismissOpening(): void {
  modelsView.setState({ opening: { phase: 'idle' }, news: null });
}
