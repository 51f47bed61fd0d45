import * as tf from '@tensorflow/tfjs-core';

/** The part of tfjs's WASM backend that a kernel in TypeScript needs. */
interface WasmMemory {
  makeOutput(shape: number[], dtype: 'float32'): tf.TensorInfo;
  typedArrayFromHeap(info: tf.TensorInfo): Float32Array;
}

/** Works on the WASM memory itself: `inputs` and `output` are views that last for the call alone. */
export type HeapFunction<Attributes> = (
  output: Float32Array,
  inputs: readonly Float32Array[],
  attributes: Attributes,
) => void;

/**
 * Adds a kernel to the WASM backend where its own is missing or slow. It runs as a plain loop over
 * the backend's memory, without copies.
 * @returns what runs the kernel
 */
export function wasmKernel<Attributes extends object>(
  name: string,
  compute: HeapFunction<Attributes>,
): (inputs: readonly tf.Tensor[], shape: readonly number[], attributes: Attributes) => tf.Tensor {
  tf.registerKernel({
    kernelName: name,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend, attrs }) => {
      const memory = backend as WasmMemory;
      const { shape, attributes } = attrs as unknown as {
        shape: number[];
        attributes: Attributes;
      };
      const output = memory.makeOutput(shape, 'float32');
      // The views come last: making the output may grow the memory, which detaches older ones.
      const views = Object.values(inputs).map((info) =>
        memory.typedArrayFromHeap(info as tf.TensorInfo),
      );
      compute(memory.typedArrayFromHeap(output), views, attributes);
      return output;
    },
  });
  return (inputs, shape, attributes) =>
    tf
      .engine()
      .runKernel<tf.Tensor>(
        name,
        Object.fromEntries(inputs.map((tensor, index) => [`input${index}`, tensor])),
        { shape: [...shape], attributes } as unknown as tf.NamedAttrMap,
      );
}

/** Whether kernels run in WASM memory, where {@link wasmKernel} applies. */
export function onWasm(): boolean {
  return tf.getBackend() === 'wasm';
}
