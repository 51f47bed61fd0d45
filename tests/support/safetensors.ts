/** One tensor of a .safetensors file to be: its bytes and what the header says of them. */
export interface StoredTensor {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

/** A file with any text as its header, and the data after it. */
export function safetensorsFile(header: string, data: Uint8Array): ArrayBuffer {
  const text = new TextEncoder().encode(header);
  const file = new Uint8Array(8 + text.length + data.length);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  file.set(data, 8 + text.length);
  return file.buffer;
}

/** Writes tensors one after another, as the format asks. */
export function writeSafetensors(tensors: ReadonlyMap<string, StoredTensor>): ArrayBuffer {
  const header: Record<string, unknown> = { __metadata__: { format: 'pt' } };
  const parts: number[] = [];
  for (const [name, { dtype, shape, bytes }] of tensors) {
    header[name] = { dtype, shape, data_offsets: [parts.length, parts.length + bytes.length] };
    for (const byte of bytes) parts.push(byte);
  }
  return safetensorsFile(JSON.stringify(header), Uint8Array.from(parts));
}

interface Described {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

/** The tensors of a file that is known to be in order, to write it anew with changes. */
export function storedTensors(file: ArrayBuffer): Map<string, StoredTensor> {
  const length = Number(new DataView(file).getBigUint64(0, true));
  const text = new TextDecoder().decode(new Uint8Array(file, 8, length));
  const { __metadata__: _, ...header } = JSON.parse(text) as Record<string, Described>;
  return new Map(
    Object.entries(header).map(
      ([
        name,
        {
          dtype,
          shape,
          data_offsets: [begin, end],
        },
      ]) => {
        const bytes = new Uint8Array(file, 8 + length + begin, end - begin);
        return [name, { dtype, shape, bytes }];
      },
    ),
  );
}
