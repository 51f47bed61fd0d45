import { sha256 } from '../core/sha256.ts';

/** SHA-256 of a model's topology (UTF-8) followed by its weights, in hexadecimal digits. */
export function modelHash(topology: string, weights: ArrayBuffer): string {
  return sha256(new TextEncoder().encode(topology), new Uint8Array(weights));
}
