import type { AttributeMessage, NodeMessage, TensorMessage } from './messages.ts';
import type { Part } from './fields.ts';
import {
  floatField,
  floatsField,
  integerField,
  integersField,
  partOf,
  readFields,
  textField,
} from './fields.ts';
import { readTensor } from './read-tensor.ts';

/** Reads an AttributeProto; graphs, lists of tensors and lists of texts are passed over. */
function readAttribute(part: Part): AttributeMessage {
  let name = '';
  let float: number | undefined;
  let integer: number | undefined;
  let text: string | undefined;
  let tensor: TensorMessage | undefined;
  const floats: number[] = [];
  const integers: number[] = [];
  readFields(part, (field, wire) => {
    switch (field) {
      case 1:
        name = textField(part, wire);
        return true;
      case 2:
        float = floatField(part, wire);
        return true;
      case 3:
        integer = integerField(part, wire);
        return true;
      case 4:
        text = textField(part, wire);
        return true;
      case 5:
        tensor = readTensor(partOf(part, wire, `a tensor in ${part.name}`));
        return true;
      case 7:
        for (const value of floatsField(part, wire)) floats.push(value);
        return true;
      case 8:
        for (const value of integersField(part, wire)) integers.push(value);
        return true;
      default:
        return false;
    }
  });
  return { name, float, integer, text, tensor, floats, integers };
}

/** Names that ONNX gives to its own operators' domain. */
const OWN_DOMAINS = new Set(['', 'ai.onnx']);

/** Reads a NodeProto. */
export function readNode(part: Part): NodeMessage {
  let name = '';
  let op = '';
  let domain = '';
  const inputs: string[] = [];
  const outputs: string[] = [];
  const attributes = new Map<string, AttributeMessage>();
  readFields(part, (field, wire) => {
    switch (field) {
      case 1:
        inputs.push(textField(part, wire));
        return true;
      case 2:
        outputs.push(textField(part, wire));
        return true;
      case 3:
        name = textField(part, wire);
        return true;
      case 4:
        op = textField(part, wire);
        return true;
      case 5: {
        const attribute = readAttribute(partOf(part, wire, `an attribute of ${part.name}`));
        attributes.set(attribute.name, attribute);
        return true;
      }
      case 7:
        domain = textField(part, wire);
        return true;
      default:
        return false;
    }
  });
  return {
    name: name === '' ? (outputs.find((output) => output !== '') ?? '') : name,
    op,
    domain: OWN_DOMAINS.has(domain) ? '' : domain,
    inputs,
    outputs,
    attributes,
  };
}
