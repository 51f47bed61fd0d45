import { z } from '../../../protocol/zod.ts';

/** Hexadecimal digits of a SHA-256 that a link holds: 64 bits tell things apart. */
const DIGITS = 16;

export const shaSchema = z
  .string()
  .regex(/^[0-9a-f]{16,64}$/, `use the first ${DIGITS} or more digits of a SHA-256`);

export function hashStart(hash: string): string {
  return hash.slice(0, DIGITS);
}

/** Whether a whole hash begins with the digits of a link. */
export function hasStart(hash: string, start: string): boolean {
  return hash.startsWith(start);
}

/** Hashes of what does not come with the lab; null where they are not known. */
export interface Hashes {
  readonly ofModel: (id: string) => string | null;
  readonly ofImages: (name: string) => string | null;
}
