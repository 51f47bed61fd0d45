import type { OperationNode } from './graph-def.ts';
import { unsupportedOperation } from './attributes.ts';

/** A value known before anything runs. */
export interface ConstantValue {
  readonly kind: 'constant';
  readonly shape: readonly number[];
  /** Row-major. −1 in a shape vector stands for the batch. */
  readonly values: ArrayLike<number>;
}

/** Cells of an image dealt out to `size` images, as a dilated convolution is written in TensorFlow. */
export interface Blocks {
  readonly size: readonly [number, number];
  /** Rows and columns added before that: [top, bottom, left, right]. */
  readonly padding: readonly [number, number, number, number];
  /** Whether the convolution has been done. */
  readonly convolved: boolean;
}

/** A value that depends on the picture. */
export interface TensorValue {
  readonly kind: 'tensor';
  /** Our node. Its own shape may lack or have further sides of 1: these are added when needed. */
  readonly node: string;
  /** As in TensorFlow, without the batch. */
  readonly shape: readonly number[];
  readonly blocks?: Blocks;
}

export type GraphValue = ConstantValue | TensorValue;

export function constant(shape: readonly number[], values: ArrayLike<number>): ConstantValue {
  return { kind: 'constant', shape, values };
}

export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}

/** An operation with the values that it reads. */
export class Operands {
  readonly operation: OperationNode;
  readonly values: readonly GraphValue[];

  constructor(operation: OperationNode, values: readonly GraphValue[]) {
    this.operation = operation;
    this.values = values;
  }

  value(index: number): GraphValue {
    const value = this.values[index];
    if (value === undefined) throw unsupportedOperation(this.operation, 'lacks an input');
    return value;
  }

  /** An input that depends on the picture. */
  tensor(index: number): TensorValue {
    const value = this.value(index);
    if (value.kind === 'constant') {
      throw unsupportedOperation(this.operation, 'reads constants only');
    }
    if (value.blocks !== undefined) {
      throw unsupportedOperation(this.operation, 'reads an image that was dealt out to blocks');
    }
    return value;
  }

  /** An input that must not depend on the picture. */
  constant(index: number): ConstantValue {
    const value = this.value(index);
    if (value.kind === 'constant') return value;
    throw unsupportedOperation(this.operation, 'computes what must be constant from the picture');
  }

  integers(index: number): readonly number[] {
    return Array.from(this.constant(index).values);
  }

  allConstant(): boolean {
    return this.values.every(({ kind }) => kind === 'constant');
  }
}
