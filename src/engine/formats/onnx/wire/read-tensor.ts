import type { TensorMessage } from './messages.ts';
import type { Part } from './fields.ts';
import {
  bytesField,
  doublesField,
  floatsField,
  integerField,
  integersField,
  readFields,
  textField,
} from './fields.ts';

/** TensorProto.DataLocation EXTERNAL. */
const EXTERNAL = 1;

/** Reads a TensorProto; the values stay in the file. */
export function readTensor(part: Part): TensorMessage {
  let name = '';
  let type = 0;
  let raw: Uint8Array | undefined;
  let external = false;
  const dims: number[] = [];
  const typed: ArrayLike<number>[] = [];
  readFields(part, (field, wire) => {
    switch (field) {
      case 1:
        dims.push(...integersField(part, wire));
        return true;
      case 2:
        type = integerField(part, wire);
        return true;
      case 4:
        typed.push(floatsField(part, wire));
        return true;
      case 5:
      case 7:
      case 11:
        typed.push(integersField(part, wire));
        return true;
      case 8:
        name = textField(part, wire);
        return true;
      case 9:
        raw = bytesField(part, wire);
        return true;
      case 10:
        typed.push(doublesField(part, wire));
        return true;
      case 14:
        external = integerField(part, wire) === EXTERNAL;
        return true;
      default:
        return false;
    }
  });
  return { name, type, dims, raw, typed, external };
}
