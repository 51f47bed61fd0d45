import { unsupportedNode, wrongNode } from './faults.ts';
import type { AttributeMessage, NodeMessage } from './wire/messages.ts';

function attribute(node: NodeMessage, name: string): AttributeMessage | undefined {
  return node.attributes.get(name);
}

/** An integer; @throws LabError `model-corrupt` where the attribute is of another type. */
export function integerAttribute(node: NodeMessage, name: string, fallback: number): number {
  const found = attribute(node, name);
  if (found === undefined) return fallback;
  if (found.integer !== undefined) return found.integer;
  // Encoders may leave out a zero.
  if (found.float === undefined && found.text === undefined && found.tensor === undefined) return 0;
  throw wrongNode(node, `has an unreadable attribute "${name}"`);
}

export function flagAttribute(node: NodeMessage, name: string, fallback = false): boolean {
  return integerAttribute(node, name, fallback ? 1 : 0) !== 0;
}

export function floatAttribute(node: NodeMessage, name: string, fallback: number): number {
  const found = attribute(node, name);
  if (found === undefined) return fallback;
  const value = found.float ?? found.integer ?? 0;
  if (Number.isNaN(value)) throw wrongNode(node, `has an attribute "${name}" that is not a number`);
  return value;
}

export function textAttribute(node: NodeMessage, name: string, fallback: string): string {
  return attribute(node, name)?.text ?? fallback;
}

export function integersAttribute(node: NodeMessage, name: string): readonly number[] | undefined {
  return attribute(node, name)?.integers;
}

/** Two positive integers, for rows and columns. */
export function pairAttribute(
  node: NodeMessage,
  name: string,
  fallback: readonly [number, number],
): readonly [number, number] {
  const found = integersAttribute(node, name);
  if (found === undefined) return fallback;
  const [rows, columns, ...more] = found;
  if (rows === undefined || columns === undefined || more.length > 0) {
    throw unsupportedNode(node, `has "${name}" of ${found.length} numbers, where images have 2`);
  }
  return [rows, columns];
}
