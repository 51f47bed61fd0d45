import { sha256 } from '../../core/sha256.ts';

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * SHA-256 over parts joined, in hexadecimal digits. The browser's own digest leaves the main thread
 * free; a page without a secure context does not have it.
 */
export async function digest(...parts: readonly ArrayBuffer[]): Promise<string> {
  if (!isSecureContext) return sha256(...parts.map((part) => new Uint8Array(part)));
  const whole = await new Blob([...parts]).arrayBuffer();
  return hex(await crypto.subtle.digest('SHA-256', whole));
}
