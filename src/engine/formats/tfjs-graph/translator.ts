import type { GraphValue, Operands } from './graph-value.ts';
import type { GraphWriter } from './graph-writer.ts';

/** Turns an operation into nodes of ours, or into a constant; gives its outputs in order. */
export type Translator = (operands: Operands, writer: GraphWriter) => readonly GraphValue[];
