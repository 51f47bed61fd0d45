import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/** TensorProto.DataType. */
export const FLOAT = 1;
export const INT64 = 7;

/** How a tensor's values are written. */
export type Storage = 'raw' | 'typed' | 'packed';

export interface Tensor {
  readonly shape: readonly number[];
  readonly values: readonly number[];
  /** TensorProto.DataType; default: FLOAT. */
  readonly type?: number;
  readonly storage?: Storage;
  /** Bytes instead of values. */
  readonly raw?: Uint8Array;
  readonly external?: boolean;
}

export type Attribute = number | string | readonly number[] | { readonly float: number } | Tensor;

export interface Node {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly name?: string;
  readonly domain?: string;
  readonly attributes?: Readonly<Record<string, Attribute>>;
}

export interface ValueInfo {
  readonly name: string;
  readonly shape: readonly (number | string)[];
  readonly type?: number;
}

export interface Model {
  readonly opset?: number;
  readonly nodes: readonly Node[];
  readonly weights?: Readonly<Record<string, Tensor>>;
  readonly inputs?: readonly ValueInfo[];
  readonly outputs?: readonly ValueInfo[];
}

/** A list of whole numbers [n]. */
export function int64s(...values: number[]): Tensor {
  return { shape: [values.length], values, type: INT64 };
}

function message(writer: BinaryWriter, field: number, write: (writer: BinaryWriter) => void): void {
  writer.tag(field, WireType.LengthDelimited).fork();
  write(writer);
  writer.join();
}

function text(writer: BinaryWriter, field: number, value: string): void {
  writer.tag(field, WireType.LengthDelimited).string(value);
}

function integer(writer: BinaryWriter, field: number, value: number): void {
  writer.tag(field, WireType.Varint).int64(value);
}

function rawBytes({ type = FLOAT, values }: Tensor): Uint8Array {
  return type === INT64
    ? new Uint8Array(BigInt64Array.from(values.map(BigInt)).buffer)
    : new Uint8Array(Float32Array.from(values).buffer);
}

function writeTensor(writer: BinaryWriter, name: string, tensor: Tensor): void {
  const { shape, values, type = FLOAT, storage = 'raw', raw, external = false } = tensor;
  const floats = type === FLOAT;
  for (const side of shape) integer(writer, 1, side);
  integer(writer, 2, type);
  if (external) {
    integer(writer, 14, 1);
  } else if (raw !== undefined || storage === 'raw') {
    writer.tag(9, WireType.LengthDelimited).bytes(raw ?? rawBytes(tensor));
  } else if (storage === 'packed') {
    message(writer, floats ? 4 : 7, (inner) => {
      for (const value of values) {
        if (floats) inner.float(value);
        else inner.int64(value);
      }
    });
  } else {
    for (const value of values) {
      if (floats) writer.tag(4, WireType.Bit32).float(value);
      else integer(writer, 7, value);
    }
  }
  text(writer, 8, name);
}

function writeAttribute(writer: BinaryWriter, name: string, attribute: Attribute): void {
  text(writer, 1, name);
  if (typeof attribute === 'string') {
    text(writer, 4, attribute);
  } else if (typeof attribute === 'number') {
    integer(writer, 3, attribute);
  } else if ('float' in attribute) {
    writer.tag(2, WireType.Bit32).float(attribute.float);
  } else if ('shape' in attribute) {
    message(writer, 5, (inner) => writeTensor(inner, '', attribute));
  } else {
    for (const value of attribute) integer(writer, 8, value);
  }
}

function writeNode(writer: BinaryWriter, node: Node): void {
  for (const input of node.inputs) text(writer, 1, input);
  for (const output of node.outputs) text(writer, 2, output);
  if (node.name !== undefined) text(writer, 3, node.name);
  text(writer, 4, node.op);
  for (const [name, attribute] of Object.entries(node.attributes ?? {})) {
    message(writer, 5, (inner) => writeAttribute(inner, name, attribute));
  }
  if (node.domain !== undefined) text(writer, 7, node.domain);
}

function writeValue(writer: BinaryWriter, { name, shape, type = FLOAT }: ValueInfo): void {
  text(writer, 1, name);
  message(writer, 2, (typed) =>
    message(typed, 1, (tensor) => {
      integer(tensor, 1, type);
      message(tensor, 2, (sides) => {
        for (const side of shape) {
          message(sides, 1, (inner) => {
            if (typeof side === 'number') integer(inner, 1, side);
            else text(inner, 2, side);
          });
        }
      });
    }),
  );
}

/** The bytes of an ONNX file; by default with the input `x`, [n, 3, 4, 5], and the output `y`. */
export function encodeModel({
  opset = 13,
  nodes,
  weights = {},
  inputs = [{ name: 'x', shape: ['n', 3, 4, 5] }],
  outputs = [{ name: 'y', shape: ['n', 'classes'] }],
}: Model): ArrayBuffer {
  const writer = new BinaryWriter();
  integer(writer, 1, 8);
  message(writer, 8, (inner) => integer(inner, 2, opset));
  message(writer, 7, (graph) => {
    for (const node of nodes) message(graph, 1, (inner) => writeNode(inner, node));
    for (const [name, tensor] of Object.entries(weights)) {
      message(graph, 5, (inner) => writeTensor(inner, name, tensor));
    }
    for (const input of inputs) message(graph, 11, (inner) => writeValue(inner, input));
    for (const output of outputs) message(graph, 12, (inner) => writeValue(inner, output));
  });
  return writer.finish().buffer;
}
