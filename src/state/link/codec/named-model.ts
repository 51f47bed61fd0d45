import { describeIssues } from '../../../protocol/parse-spec.ts';
import { modelObjectSchema, preprocessSchema } from '../../../protocol/spec.ts';
import { z } from '../../../protocol/zod.ts';
import type { SpecModel } from '../../models/spec-model.ts';
import { listText, numberText, plainText, wholeText, wordText } from './field-texts.ts';
import { hashStart, shaSchema } from './hash-start.ts';
import { LinkFault } from './link-fault.ts';
import { readLink, writeLink, type LinkField, type LinkTable } from './link-fields.ts';
import { readParts, refuseUnknownParts, writeParts } from './parts-text.ts';
import { pathOfName } from './paths.ts';

/** A model that does not come with the lab, as a link names it. */
export interface NamedModel {
  readonly id: string;
  /** First digits of the SHA-256 of its files; null where the link does not say. */
  readonly sha: string | null;
  readonly model: SpecModel;
}

const schema = modelObjectSchema
  .extend({
    id: z.string(),
    path: modelObjectSchema.shape.path.optional(),
    sha: shaSchema.optional(),
  })
  .refine(
    ({ path, labels, architecture, output, preprocess }) =>
      path !== undefined || [labels, architecture, output, preprocess].every((each) => !each),
    { path: ['path'], message: 'it is missing' },
  );

const id = modelObjectSchema.shape.id.unwrap();

const ofPreprocess = (
  key: string,
  text: LinkField['text'],
  name: keyof z.output<typeof preprocessSchema>,
): LinkField => ({ key, path: ['preprocess', name], text });

const preprocessFields: readonly LinkField[] = [
  ofPreprocess('size', listText(wholeText), 'size'),
  ofPreprocess('resize', wordText(['shortest', 'exact']), 'resize'),
  ofPreprocess('to', wholeText, 'resizeTo'),
  ofPreprocess('filter', wordText(['bilinear', 'nearest']), 'filter'),
  ofPreprocess('channels', wordText(['rgb', 'bgr']), 'channels'),
  ofPreprocess('range', listText(numberText), 'range'),
  ofPreprocess('mean', listText(numberText), 'mean'),
  ofPreprocess('std', listText(numberText), 'std'),
];

const table: LinkTable<z.output<typeof schema>> = {
  fields: [
    { key: 'sha', path: ['sha'], text: plainText },
    { key: 'path', path: ['path'], text: plainText },
    { key: 'labels', path: ['labels'], text: plainText },
    { key: 'architecture', path: ['architecture'], text: plainText },
    { key: 'output', path: ['output'], text: wordText(['auto', 'logits', 'probabilities']) },
    ...preprocessFields,
  ],
  base: (given) => {
    const isPrepared = preprocessFields.some(({ key }) => given.get(key) !== undefined);
    // The range is always written: it tells usual preprocessing from none that is said.
    const { range: _, ...preprocess } = preprocessSchema.parse({});
    return { id: 'model', ...(isPrepared && { preprocess }) };
  },
  check: (raw) => {
    const parsed = schema.safeParse(raw);
    if (parsed.success) return { state: parsed.data };
    const { field, message } = describeIssues(parsed.error);
    return { fault: { path: pathOfName(field), message } };
  },
};

const keys = table.fields.map(({ key }) => key);

/** Names that every object has stand for no model. */
function isId(text: string): boolean {
  return id.safeParse(text).success && !(text in {});
}

/** @throws LinkFault where anything in the text cannot be taken */
export function readNamedModel(text: string): NamedModel {
  const { name, entries } = readParts(text);
  if (!isId(name)) throw new LinkFault('it does not begin with the name of a model');
  refuseUnknownParts(entries, keys);
  const { state, refused } = readLink(table, entries);
  const [first] = refused;
  if (first !== undefined) throw new LinkFault(`${first.field}: ${first.message}`);
  const { sha = null, path, id: _, ...rest } = state;
  return { id: name, sha, model: path === undefined ? name : { id: name, path, ...rest } };
}

/** @param hash SHA-256 of the model's files; null where it is not known */
export function writeNamedModel(name: string, model: SpecModel, hash: string | null): string {
  const said = typeof model === 'string' ? {} : model;
  return writeParts(name, writeLink(table, { ...said, ...(hash && { sha: hashStart(hash) }) }));
}
