/** A tensor as the file holds it; its values are read when they are needed. */
export interface TensorMessage {
  readonly name: string;
  /** TensorProto.DataType. */
  readonly type: number;
  readonly dims: readonly number[];
  /** Little-endian values, a view on the file. */
  readonly raw: Uint8Array | undefined;
  /** Values of the fields for single types; 16-bit floats come as their bits. */
  readonly typed: readonly ArrayLike<number>[];
  /** Whether the values are in another file. */
  readonly external: boolean;
}

export interface AttributeMessage {
  readonly name: string;
  readonly float: number | undefined;
  readonly integer: number | undefined;
  readonly text: string | undefined;
  readonly tensor: TensorMessage | undefined;
  readonly floats: readonly number[];
  readonly integers: readonly number[];
}

export interface NodeMessage {
  /** The node's own name, or that of its first output where it has none. */
  readonly name: string;
  readonly op: string;
  /** Empty for the operators of ONNX itself. */
  readonly domain: string;
  /** Names of values; empty where an optional one is left out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: ReadonlyMap<string, AttributeMessage>;
}

export interface ValueMessage {
  readonly name: string;
  /** TensorProto.DataType; undefined where the value is no tensor. */
  readonly type: number | undefined;
  /** Sides, undefined where they are named or left open; undefined where not even their number is known. */
  readonly shape: readonly (number | undefined)[] | undefined;
}

export interface GraphMessage {
  readonly nodes: readonly NodeMessage[];
  readonly tensors: readonly TensorMessage[];
  readonly inputs: readonly ValueMessage[];
  readonly outputs: readonly ValueMessage[];
  readonly sparse: boolean;
}

export interface ModelMessage {
  /** Version of the operator set of ONNX itself. */
  readonly opset: number | undefined;
  readonly graph: GraphMessage;
}
