import { BinaryReader } from '@bufbuild/protobuf/wire';
import { damaged } from '../faults.ts';
import type {
  GraphMessage,
  ModelMessage,
  NodeMessage,
  TensorMessage,
  ValueMessage,
} from './messages.ts';
import type { Part } from './fields.ts';
import { integerField, partOf, readFields, textField } from './fields.ts';
import { readNode } from './read-node.ts';
import { readTensor } from './read-tensor.ts';
import { readValue } from './read-value.ts';

function readGraph(part: Part): GraphMessage {
  const nodes: NodeMessage[] = [];
  const tensors: TensorMessage[] = [];
  const inputs: ValueMessage[] = [];
  const outputs: ValueMessage[] = [];
  let sparse = false;
  readFields(part, (field, wire) => {
    switch (field) {
      case 1:
        nodes.push(readNode(partOf(part, wire, `node ${nodes.length + 1} of the graph`)));
        return true;
      case 5:
        tensors.push(readTensor(partOf(part, wire, `weight ${tensors.length + 1} of the graph`)));
        return true;
      case 11:
        inputs.push(readValue(partOf(part, wire, `input ${inputs.length + 1} of the graph`)));
        return true;
      case 12:
        outputs.push(readValue(partOf(part, wire, `output ${outputs.length + 1} of the graph`)));
        return true;
      case 15:
        sparse = true;
        return false;
      default:
        return false;
    }
  });
  return { nodes, tensors, inputs, outputs, sparse };
}

/** Reads an OperatorSetIdProto. */
function readOpset(part: Part): { domain: string; version: number } {
  let domain = '';
  let version = 0;
  readFields(part, (field, wire) => {
    if (field === 1) domain = textField(part, wire);
    else if (field === 2) version = integerField(part, wire);
    return field === 1 || field === 2;
  });
  return { domain, version };
}

/**
 * Reads a ModelProto, of the fields that a classifier needs. Memory is taken for what the file
 * holds, never for what it claims: tensors stay views on the file, and no message is read deeper
 * than its type goes (graphs inside attributes are passed over).
 * @throws LabError `model-corrupt` naming the part that is damaged or cut short
 */
export function readModelMessage(bytes: ArrayBuffer): ModelMessage {
  const reader = new BinaryReader(new Uint8Array(bytes));
  const file: Part = { reader, end: bytes.byteLength, name: 'The file' };
  let graph: GraphMessage | undefined;
  let opset: number | undefined;
  readFields(file, (field, wire) => {
    if (field === 7) {
      graph = readGraph(partOf(file, wire, 'the graph'));
      return true;
    }
    if (field !== 8) return false;
    const { domain, version } = readOpset(partOf(file, wire, 'a list of operators'));
    if (domain === '' || domain === 'ai.onnx') opset = version;
    return true;
  });
  if (graph === undefined) throw damaged('The file holds no graph: this is not an ONNX model.');
  return { opset, graph };
}
