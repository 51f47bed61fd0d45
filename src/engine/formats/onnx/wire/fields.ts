import type { BinaryReader } from '@bufbuild/protobuf/wire';
import { WireType } from '@bufbuild/protobuf/wire';
import { LabError } from '../../../../protocol/lab-error.ts';
import { damaged } from '../faults.ts';

/** A message inside the file: where it ends and what it is called in error messages. */
export interface Part {
  readonly reader: BinaryReader;
  readonly end: number;
  readonly name: string;
}

/** Reads a field and returns true, or returns false to have it skipped. */
export type FieldReader = (field: number, wire: WireType) => boolean;

/**
 * Walks over the fields of a message.
 * @throws LabError `model-corrupt` naming the part where it is damaged
 */
export function readFields({ reader, end, name }: Part, readField: FieldReader): void {
  try {
    while (reader.pos < end) {
      const [field, wire] = reader.tag();
      if (!readField(field, wire)) reader.skip(wire, field);
    }
  } catch (error) {
    if (error instanceof LabError) throw error;
    throw damaged(`${name} is damaged near byte ${reader.pos}: this is not a whole ONNX file.`);
  }
  if (reader.pos > end) {
    throw damaged(`${name} runs past its end at byte ${end}: this is not a whole ONNX file.`);
  }
}

function expect(wire: WireType, wanted: WireType): void {
  if (wire !== wanted) throw new RangeError('a field of another type');
}

/**
 * Steps into the message that a field holds.
 * @throws LabError `model-corrupt` where fewer bytes are left than it claims
 */
export function partOf(outer: Part, wire: WireType, name: string): Part {
  expect(wire, WireType.LengthDelimited);
  const { reader } = outer;
  const length = reader.uint32();
  const left = outer.end - reader.pos;
  if (length > left) {
    throw damaged(
      `The file is cut short: ${name} claims ${length} bytes, but only ${left} are left.`,
    );
  }
  return { reader, end: reader.pos + length, name };
}

export function textField({ reader }: Part, wire: WireType): string {
  expect(wire, WireType.LengthDelimited);
  return reader.string();
}

/** A view on the file, not a copy. */
export function bytesField({ reader }: Part, wire: WireType): Uint8Array {
  expect(wire, WireType.LengthDelimited);
  return reader.bytes();
}

/** A 32 or 64-bit integer; those beyond 2⁵³ lose their lowest bits. */
export function integerField({ reader }: Part, wire: WireType): number {
  expect(wire, WireType.Varint);
  return Number(reader.int64());
}

export function floatField({ reader }: Part, wire: WireType): number {
  expect(wire, WireType.Bit32);
  return reader.float();
}

/** One of a repeated field of integers, or all of them where they are packed. */
export function integersField(part: Part, wire: WireType): number[] {
  if (wire !== WireType.LengthDelimited) return [integerField(part, wire)];
  const packed = partOf(part, wire, part.name);
  const values: number[] = [];
  while (packed.reader.pos < packed.end) values.push(Number(packed.reader.int64()));
  return values;
}

/** One of a repeated field of floats, or all of them where they are packed. */
export function floatsField(part: Part, wire: WireType): Float32Array {
  if (wire !== WireType.LengthDelimited) return Float32Array.of(floatField(part, wire));
  const { reader, end } = partOf(part, wire, part.name);
  const values = new Float32Array(Math.floor((end - reader.pos) / 4));
  for (let index = 0; index < values.length; index += 1) values[index] = reader.float();
  return values;
}

/** One of a repeated field of doubles, or all of them where they are packed. */
export function doublesField(part: Part, wire: WireType): Float64Array {
  if (wire !== WireType.LengthDelimited) {
    expect(wire, WireType.Bit64);
    return Float64Array.of(part.reader.double());
  }
  const { reader, end } = partOf(part, wire, part.name);
  const values = new Float64Array(Math.floor((end - reader.pos) / 8));
  for (let index = 0; index < values.length; index += 1) values[index] = reader.double();
  return values;
}
