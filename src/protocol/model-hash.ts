import { sha256 } from '../core/sha256.ts';
import type { ModelData } from './model-files.ts';

/**
 * SHA-256 of a model's files in hexadecimal digits: topology (UTF-8) and weights, or the bytes of
 * its one file. Weights in safetensors are hashed with the name of their network before them.
 */
export function modelHash(data: ModelData): string {
  const weights = new Uint8Array(data.weights);
  if (data.format === 'onnx') return sha256(weights);
  const text = data.format === 'tfjs' ? data.topology : data.architecture;
  return sha256(new TextEncoder().encode(text), weights);
}
