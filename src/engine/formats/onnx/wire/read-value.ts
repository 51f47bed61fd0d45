import type { ValueMessage } from './messages.ts';
import type { Part } from './fields.ts';
import { integerField, partOf, readFields, textField } from './fields.ts';

/** Reads a TensorShapeProto.Dimension: a number, or undefined for a named or open side. */
function readSide(part: Part): number | undefined {
  let side: number | undefined;
  readFields(part, (field, wire) => {
    if (field !== 1) return false;
    side = integerField(part, wire);
    return true;
  });
  // Exporters write 0 or −1 for a side that is open.
  return side !== undefined && side > 0 ? side : undefined;
}

function readShape(part: Part): (number | undefined)[] {
  const sides: (number | undefined)[] = [];
  readFields(part, (field, wire) => {
    if (field !== 1) return false;
    sides.push(readSide(partOf(part, wire, `a side of ${part.name}`)));
    return true;
  });
  return sides;
}

/** Reads a ValueInfoProto, whose type is a tensor's in all but exotic models. */
export function readValue(part: Part): ValueMessage {
  let name = '';
  let type: number | undefined;
  let shape: (number | undefined)[] | undefined;
  const readTensorType = (inner: Part): void =>
    readFields(inner, (field, wire) => {
      if (field === 1) type = integerField(inner, wire);
      else if (field === 2) shape = readShape(partOf(inner, wire, inner.name));
      return field === 1 || field === 2;
    });
  const readType = (inner: Part): void =>
    readFields(inner, (field, wire) => {
      if (field !== 1) return false;
      readTensorType(partOf(inner, wire, inner.name));
      return true;
    });
  readFields(part, (field, wire) => {
    if (field === 1) name = textField(part, wire);
    else if (field === 2) readType(partOf(part, wire, `the type of ${part.name}`));
    return field === 1 || field === 2;
  });
  return { name, type, shape };
}
