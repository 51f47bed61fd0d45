import { mapInSlices } from '../../../run/yielding.ts';
import type { ArchivedRun } from '../archived-run.ts';
import { pack } from '../pack/pack.ts';

/** Objects with their keys in order, as two that hold the same are the same. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => sorted(each));
}

/** What makes two runs the same; when they were last changed does not. */
function essence({
  updated: _updated,
  bytes: _bytes,
  state: _state,
  ...facts
}: ArchivedRun): string {
  return textOf(facts);
}

/** Whether the same is said of two runs. */
export function sameFacts(one: ArchivedRun, other: ArchivedRun): boolean {
  return essence(one) === essence(other);
}

/** Findings without where a repair's models are kept, and their weights, which its result names. */
function comparable(content: unknown): unknown {
  if (typeof content !== 'object' || content === null || !('models' in content)) return content;
  const { models, ...rest } = content;
  if (!Array.isArray(models)) return content;
  const ids = models.map((model: { id?: unknown } | null) => model?.id);
  return { ...rest, models: ids };
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** Whether two runs have found the same. */
export async function sameContent(one: unknown, other: unknown): Promise<boolean> {
  const [a, b] = [pack(comparable(one)), pack(comparable(other))];
  if (a.parts.length !== b.parts.length || textOf(a.frame) !== textOf(b.frame)) return false;
  const same = await mapInSlices(a.parts.entries(), ([at, part]) => {
    return sameBytes(part, b.parts[at] ?? new Uint8Array(0));
  });
  return same.every(Boolean);
}
