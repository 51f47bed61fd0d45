/** The SHA-256 of bytes in lower-case hexadecimal, in Node and in a browser alike. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes of several images, one after the other. */
export function concatenate(images: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(images.reduce((total, image) => total + image.length, 0));
  let at = 0;
  for (const image of images) {
    whole.set(image, at);
    at += image.length;
  }
  return whole;
}
