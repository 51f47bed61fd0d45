import { LabError } from '../../../protocol/lab-error.ts';

/** What a message needs to name a node. */
export interface NamedNode {
  readonly name: string;
  readonly op: string;
}

export function damaged(message: string, subject?: string): LabError {
  return new LabError('model-corrupt', message, subject);
}

/** A node that contradicts itself or what it reads. */
export function wrongNode(node: NamedNode, what: string): LabError {
  return damaged(`Node "${node.name}" (${node.op}) ${what}.`, node.name);
}

/** A node that is in order but cannot be run. */
export function unsupportedNode(node: NamedNode, what: string): LabError {
  return new LabError('model-unsupported', `Node "${node.name}" (${node.op}) ${what}.`, node.name);
}
