import { specModelId } from '../../../protocol/model-id.ts';
import { specSchema, type Spec } from '../../../protocol/spec.ts';
import { z } from '../../../protocol/zod.ts';
import { checkAttack } from '../../../run/attack/attack-plan.ts';
import { checkGrid } from '../../../run/check-spec.ts';
import { samePixelValue } from '../../../run/pixel-values.ts';
import { presetOf, presetSpec } from '../../experiment/presets.ts';
import { usualAttack } from './attack-fields.ts';
import type { Hashes } from './hash-start.ts';
import { faultOfSet, withSet } from './images-fields.ts';
import {
  readLink,
  writeLink,
  type LinkTable,
  type ReadLink,
  type StateFault,
} from './link-fields.ts';
import { measureFields } from './measure-fields.ts';
import { measureViewSchema, usualView, type MeasureView } from './measure-view.ts';
import { samePlain } from './paths.ts';
import { namedModelEntries } from './models-text.ts';
import type { NamedImages } from './named-images.ts';
import type { NamedModel } from './named-model.ts';
import type { QueryEntry } from './query.ts';
import { countFault, schemaFault, specFault } from './spec-fault.ts';

/** What a link to Measure holds. */
export interface MeasureLink {
  readonly spec: Spec;
  readonly view: MeasureView;
}

interface ReadMeasure extends MeasureLink {
  /** Where the images are a person's own. */
  readonly set?: NamedImages;
}

const schema = z.strictObject({ spec: specSchema, view: measureViewSchema });

function usualName(spec: Spec): string {
  return presetOf(spec) ?? 'custom';
}

function base(given: ReadonlyMap<string, unknown>): object {
  const { name: _, ...spec } = presetSpec('count');
  return { spec: { ...spec, ...usualAttack(given.get('attack')) }, view: usualView };
}

type Pinned = NonNullable<MeasureView['pinned']>;

/** Whether a pinned cell is one of the experiment's. */
function isOf({ models, grid }: Spec, { model, count, value, region }: Pinned): boolean {
  return (
    models.some((each) => specModelId(each) === model) &&
    grid.counts.includes(count) &&
    grid.regions.includes(region) &&
    grid.values.some((each) => samePixelValue(each, value))
  );
}

function pinFault({ spec, view }: MeasureLink): StateFault | null {
  const message = 'the experiment of the link has no such cell';
  if (view.pinned !== null && !isOf(spec, view.pinned))
    return { path: ['view', 'pinned'], message };
  const example = view.attack.pinned;
  if (example !== null && !isOf(spec, example)) {
    return { path: ['view', 'attack', 'pinned'], message };
  }
  const { draw } = view.gallery;
  if (draw !== null && draw >= spec.draws) {
    return { path: ['view', 'gallery', 'draw'], message: 'the experiment has no such draw' };
  }
  const isNothing = view.pinned === null && example === null;
  if (!isNothing || samePlain(view.gallery, usualView.gallery)) return null;
  return {
    path: ['view', 'gallery'],
    message: 'it says something only together with pin or example',
  };
}

function check(raw: object): ReturnType<LinkTable<ReadMeasure>['check']> {
  const { set, spec: said, ...rest }: { set?: NamedImages; spec?: object } = raw;
  const parsed = schema.safeParse({
    ...rest,
    spec: { ...said, ...(set && { images: set.images }) },
  });
  if (!parsed.success) return { fault: faultOfSet(schemaFault(parsed.error), set) };
  const { view } = parsed.data;
  const spec =
    said !== undefined && 'name' in said
      ? parsed.data.spec
      : { ...parsed.data.spec, name: usualName(parsed.data.spec) };
  const fault =
    specFault(spec, checkGrid) ??
    countFault(spec) ??
    (spec.attack === undefined ? null : specFault(spec, checkAttack)) ??
    pinFault({ spec, view });
  if (fault !== null) return { fault };
  return { state: { spec, view, ...(set && { set }) } };
}

export function readMeasureLink(
  entries: readonly QueryEntry[],
  named: readonly NamedModel[],
): ReadLink<ReadMeasure> {
  return readLink({ fields: measureFields(named), base, check }, entries);
}

function withoutStrayPins({ spec, view }: MeasureLink): MeasureView {
  const { attack, gallery } = view;
  const pinned = view.pinned !== null && isOf(spec, view.pinned) ? view.pinned : null;
  const example = attack.pinned !== null && isOf(spec, attack.pinned) ? attack.pinned : null;
  const isNothing = pinned === null && example === null;
  const isDraw = gallery.draw === null || gallery.draw < spec.draws;
  return {
    ...view,
    pinned,
    attack: { ...attack, pinned: example },
    gallery: isNothing || !isDraw ? usualView.gallery : gallery,
  };
}

/** The fields of an address that shows this; none for the state that a first visit meets. */
export function writeMeasureLink(link: MeasureLink, hashes: Hashes): QueryEntry[] {
  const { spec } = link;
  const { name, ...unnamed } = spec;
  const named = name === usualName(spec) ? unnamed : spec;
  const state = { ...withSet(named, hashes.ofImages), view: withoutStrayPins(link) };
  return [
    ...writeLink({ fields: measureFields([]), base }, state),
    ...namedModelEntries(spec.models, hashes),
  ];
}
