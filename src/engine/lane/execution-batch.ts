import type { RunningBackend } from '../backends/running-backend.ts';

export interface ExecutionBatch {
  /** Images that the network is given at once. */
  readonly images: number;
  /**
   * Whether a shorter batch is filled up with zeros. GPU kernels choose their way of summing by
   * shape; a fixed shape keeps the numbers of an image independent of how the work is cut.
   */
  readonly padded: boolean;
}

/** Most images of one execution. */
const MOST = { gpu: 64, softwareGpu: 8, processor: 32 };

/** Most input values of one execution, a bound on its memory. */
const VALUES = 2 ** 20;

/** @param inputSize [height, width, 3] */
export function executionBatch(
  { name, software }: Pick<RunningBackend, 'name' | 'software'>,
  [height, width, channels]: readonly [number, number, number],
): ExecutionBatch {
  const padded = name === 'webgpu' || name === 'webgl';
  const most = padded ? (software ? MOST.softwareGpu : MOST.gpu) : MOST.processor;
  const fitting = Math.floor(VALUES / (height * width * channels));
  return { images: Math.min(most, Math.max(1, fitting)), padded };
}
