import { LabError } from '../../../protocol/lab-error.ts';
import { z } from '../../../protocol/zod.ts';
import type { OperationNode } from './graph-def.ts';

export function unsupportedOperation({ name, op }: OperationNode, what: string): LabError {
  return new LabError('model-unsupported', `Operation "${name}" (${op}) ${what}.`, name);
}

/** 64-bit integers are written as text in JSON. */
const wholeNumber = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+$/)
    .transform(Number),
]);

/** Bytes, as base64 or one by one. */
const text = z.union([
  z.string().transform((encoded) => atob(encoded)),
  z.array(z.number()).transform((bytes) => String.fromCharCode(...bytes)),
]);

const listOf = <T>(key: 'i' | 's', item: z.ZodType<T>) =>
  z
    .object({ list: z.object({ [key]: z.array(item).default([]) }) })
    .transform(({ list }) => list[key] ?? []);

const shape = z.object({
  shape: z.object({
    unknownRank: z.boolean().optional(),
    dim: z.array(z.object({ size: wholeNumber.default(-1) })).default([]),
  }),
});

/** The attribute in question, or undefined where the node has none. */
function attribute<T>(node: OperationNode, key: string, schema: z.ZodType<T>): T | undefined {
  const value = node.attributes[key];
  if (value === undefined) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new LabError(
    'model-corrupt',
    `Operation "${node.name}" (${node.op}) has an unreadable "${key}".`,
    node.name,
  );
}

export function integers(node: OperationNode, key: string): readonly number[] | undefined {
  return attribute(node, key, listOf('i', wholeNumber));
}

export function texts(node: OperationNode, key: string): readonly string[] {
  return attribute(node, key, listOf('s', text)) ?? [];
}

export function integer(node: OperationNode, key: string): number | undefined {
  return attribute(node, key, z.object({ i: wholeNumber }))?.i;
}

export function float(node: OperationNode, key: string): number | undefined {
  return attribute(node, key, z.object({ f: z.number() }))?.f;
}

export function flag(node: OperationNode, key: string): boolean {
  return attribute(node, key, z.object({ b: z.boolean() }))?.b ?? false;
}

export function string(node: OperationNode, key: string): string | undefined {
  return attribute(node, key, z.object({ s: text }))?.s;
}

/** Sides of a placeholder, the batch first; −1 where open. Undefined where not even their number is said. */
export function placeholderShape(node: OperationNode): readonly number[] | undefined {
  const value = attribute(node, 'shape', shape)?.shape;
  return value === undefined || value.unknownRank === true
    ? undefined
    : value.dim.map(({ size }) => size);
}

/** The two sides of an attribute that has one number for each axis of NHWC. */
export function spatialPair(node: OperationNode, key: string): readonly [number, number] {
  const [batch = 1, height = 1, width = 1, channels = 1] = integers(node, key) ?? [];
  if (batch !== 1 || channels !== 1) {
    throw unsupportedOperation(node, `has "${key}" along the batch or the channels`);
  }
  return [height, width];
}

/** Only channels-last operations can be run. */
export function checkLayout(node: OperationNode): void {
  const layout = string(node, 'data_format') ?? 'NHWC';
  if (layout !== 'NHWC') {
    throw unsupportedOperation(node, `orders its data as ${layout}; convert the model as NHWC`);
  }
}
