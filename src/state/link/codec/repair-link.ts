import { specModelId } from '../../../protocol/model-id.ts';
import { specSchema, type ImagesSpec } from '../../../protocol/spec.ts';
import type { Split } from '../../../images/roadside/splits.ts';
import type { z } from '../../../protocol/zod.ts';
import { checkRepair } from '../../../run/repair/check-repair.ts';
import type { RepairExperiment } from '../../../run/repair/repair-types.ts';
import type { SpecModel } from '../../models/spec-model.ts';
import { paperRepair } from '../../repair/repair-draft.ts';
import { usualRepairView, type RepairView } from '../../repair/repair-view.ts';
import type { Hashes } from './hash-start.ts';
import { faultOfSet, withSet } from './images-fields.ts';
import {
  readLink,
  writeLink,
  type LinkTable,
  type ReadLink,
  type StateFault,
} from './link-fields.ts';
import { namedModelEntries } from './models-text.ts';
import type { NamedImages } from './named-images.ts';
import type { NamedModel } from './named-model.ts';
import { getAt, startsWith } from './paths.ts';
import type { QueryEntry } from './query.ts';
import { repairFields } from './repair-fields.ts';
import { fittingView, repairViewFault, repairViewSchema } from './repair-view-fields.ts';
import { countFault, schemaFault, specFault } from './spec-fault.ts';

/** What a link to Repair holds. */
export interface RepairLink {
  readonly spec: RepairExperiment;
  readonly view: RepairView;
}

/** Sets of a person's pictures that a repair takes part of its images from. */
export interface RepairSets {
  readonly set?: NamedImages;
  readonly train?: NamedImages;
  readonly validation?: NamedImages;
}

interface ReadRepair extends RepairSets, RepairLink {}

interface RawRepair extends RepairSets {
  readonly model?: SpecModel;
  readonly spec?: { readonly repair?: object };
  /** Parts of Roadside that are named, as they have to be beside test images of one's own. */
  readonly splits?: { readonly train?: Split; readonly validation?: Split };
  readonly view?: object;
}

const usual = paperRepair('resnet');

function base(given: ReadonlyMap<string, unknown>): object {
  const { repair, ...spec } = usual;
  const { model, counts, ...settings } = repair;
  const [first = 4] = counts;
  const { value, region } = { ...settings, ...said(given, 'value'), ...said(given, 'region') };
  const isOther = (given.get('arm') ?? 'pixels') !== 'pixels';
  return {
    model,
    view: usualRepairView,
    spec: {
      ...spec,
      // The samples and the draws that judge use one value and one region.
      grid: { ...spec.grid, values: [value], regions: [region] },
      // Other samples than changed pixels have one count, which validation uses.
      repair: { ...settings, counts: isOther ? [first] : counts },
    },
  };
}

function said(given: ReadonlyMap<string, unknown>, key: string): object {
  const value = given.get(key);
  return value === undefined ? {} : { [key]: value };
}

/** A fault of images belongs to the field that named them, or that made others necessary. */
function placed(fault: StateFault, { set, train, validation, splits }: RawRepair): StateFault {
  const at = (...path: string[]) => startsWith(fault.path, path);
  if (at('spec', 'repair', 'train')) {
    if (splits?.train !== undefined) return { ...fault, path: ['splits', 'train'] };
    return { ...fault, path: [train ? 'train' : 'set'] };
  }
  if (at('spec', 'repair', 'validation')) {
    if (splits?.validation !== undefined) return { ...fault, path: ['splits', 'validation'] };
    return { ...fault, path: [validation ? 'validation' : 'set'] };
  }
  if (at('spec', 'repair', 'model') || at('spec', 'models')) return { ...fault, path: ['model'] };
  return faultOfSet(fault, set);
}

/** So many images of a named part of Roadside. */
function roadside(split: Split | undefined, count: unknown): object | null {
  return split === undefined ? null : { source: 'roadside', split, count };
}

function check(raw: RawRepair): ReturnType<LinkTable<ReadRepair>['check']> {
  const { set, train, validation, model = usual.repair.model, spec, splits } = raw;
  const trainImages = train?.images ?? roadside(splits?.train, getAt(spec, ['repair', 'images']));
  const validationImages =
    validation?.images ?? roadside(splits?.validation, getAt(spec, ['repair', 'validationImages']));
  const parsed = specSchema.safeParse({
    ...spec,
    models: [model],
    ...(set && { images: set.images }),
    repair: {
      ...spec?.repair,
      model: specModelId(model),
      ...(trainImages && { train: trainImages }),
      ...(validationImages && { validation: validationImages }),
    },
  });
  if (!parsed.success) {
    const { path, message } = schemaFault(parsed.error);
    return { fault: placed({ path: ['spec', ...path], message }, raw) };
  }
  const view = repairViewSchema.safeParse(raw.view);
  if (!view.success) return { fault: viewFault(view.error) };
  const fault = specFault(parsed.data, checkRepair) ?? countFault(parsed.data);
  if (fault !== null) return { fault: placed(fault, raw) };
  const checked = checkRepair(parsed.data);
  const odd = repairViewFault(view.data, checked);
  if (odd !== null) return { fault: odd };
  const sets = { ...(set && { set }), ...(train && { train }), ...(validation && { validation }) };
  return { state: { spec: checked, view: view.data, ...sets } };
}

export function readRepairLink(
  entries: readonly QueryEntry[],
  named: readonly NamedModel[],
): ReadLink<ReadRepair> {
  return readLink({ fields: repairFields(named), base, check }, entries);
}

function splitOf(images: ImagesSpec | undefined): Split | undefined {
  return images?.source === 'roadside' ? images.split : undefined;
}

function viewFault(error: z.ZodError): StateFault {
  const { path, message } = schemaFault(error);
  return { path: ['view', ...path], message };
}

/** The fields of an address that shows this draft; none for the repair that a first visit meets. */
export function writeRepairLink(link: RepairLink, hashes: Hashes): QueryEntry[] {
  const { spec: draft } = link;
  const { models, repair } = draft;
  const model = models.find((each) => specModelId(each) === repair.model) ?? repair.model;
  const named = (images: ImagesSpec | undefined): NamedImages | undefined =>
    images === undefined || images.source === 'roadside'
      ? undefined
      : { images, sha: hashes.ofImages(images.path) };
  const { train, validation, ...settings } = repair;
  const counts = {
    ...(train?.source === 'roadside' && { images: train.count }),
    ...(validation?.source === 'roadside' && { validationImages: validation.count }),
  };
  const spec = { ...draft, repair: { ...settings, ...counts } };
  const state = {
    ...withSet(spec, hashes.ofImages),
    model,
    train: named(train),
    validation: named(validation),
    splits: { train: splitOf(train), validation: splitOf(validation) },
    view: fittingView(link.view, draft),
  };
  return [
    ...writeLink({ fields: repairFields([]), base }, state),
    ...namedModelEntries([model], hashes),
  ];
}
