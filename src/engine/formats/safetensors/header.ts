import { LabError } from '../../../protocol/lab-error.ts';
import { z } from '../../../protocol/zod.ts';

/** Where a tensor lies in the file, and what its values are. */
export interface TensorEntry {
  readonly name: string;
  /** As written in the file, for instance F32. */
  readonly dtype: string;
  readonly shape: readonly number[];
  /** Bytes of the file, begin ≤ index < end. */
  readonly begin: number;
  readonly end: number;
}

/** Bytes of the length that comes before the header. */
const LENGTH_BYTES = 8;
/** What the format allows a header; keeps a forged length from asking for memory. */
const LONGEST_HEADER = 100_000_000;

const BITS_OF_DTYPE: ReadonlyMap<string, number> = new Map([
  ...['F64', 'I64', 'U64'].map((dtype) => [dtype, 64] as const),
  ...['F32', 'I32', 'U32'].map((dtype) => [dtype, 32] as const),
  ...['F16', 'BF16', 'I16', 'U16'].map((dtype) => [dtype, 16] as const),
  ...['I8', 'U8', 'BOOL', 'F8_E4M3', 'F8_E5M2'].map((dtype) => [dtype, 8] as const),
]);

const count = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

const entrySchema = z.object({
  dtype: z.string(),
  shape: z.array(count).max(8),
  data_offsets: z.tuple([count, count]),
});

function corrupt(message: string, subject?: string): LabError {
  return new LabError('model-corrupt', message, subject);
}

function parseHeader(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw corrupt('The header of the safetensors file is not the JSON that the format asks for.');
  }
}

function readEntry(name: string, value: unknown, dataStart: number): TensorEntry {
  const parsed = entrySchema.safeParse(value);
  if (!parsed.success) throw corrupt(`The header does not describe tensor "${name}".`, name);
  const { dtype, shape, data_offsets: offsets } = parsed.data;
  const bits = BITS_OF_DTYPE.get(dtype);
  if (bits === undefined) {
    throw new LabError('model-unsupported', `Tensor "${name}" holds ${dtype} values.`, name);
  }
  const needed = shape.reduce((product, side) => product * side, bits / 8);
  if (offsets[1] - offsets[0] !== needed) {
    throw corrupt(
      `Tensor "${name}" has ${offsets[1] - offsets[0]} bytes where its shape [${shape.join(', ')}] of ${dtype} needs ${needed}.`,
      name,
    );
  }
  return { name, dtype, shape, begin: dataStart + offsets[0], end: dataStart + offsets[1] };
}

/** Every byte after the header belongs to exactly one tensor. */
function checkCover(entries: readonly TensorEntry[], dataStart: number, fileEnd: number): void {
  let at = dataStart;
  for (const { name, begin, end } of entries.toSorted(
    (a, b) => a.begin - b.begin || a.end - b.end,
  )) {
    if (begin < at) throw corrupt(`Tensor "${name}" overlaps the one before it.`, name);
    if (begin > at) throw corrupt(`${begin - at} bytes before tensor "${name}" are unused.`, name);
    if (end > fileEnd) {
      throw corrupt(
        `Tensor "${name}" ends at byte ${end}, but the file has ${fileEnd}: it is cut short.`,
        name,
      );
    }
    at = end;
  }
  if (at !== fileEnd) {
    throw corrupt(`${fileEnd - at} bytes at the end of the file belong to no tensor.`);
  }
}

/**
 * The tensors that a safetensors file lists: 8 bytes of length (little-endian), a JSON header, data.
 * @throws LabError `model-corrupt` where the header cannot be read, or where tensors overlap, leave a
 * hole or go beyond the end; `model-unsupported` for a type of value that is not known
 */
export function readHeader(bytes: ArrayBuffer): ReadonlyMap<string, TensorEntry> {
  if (bytes.byteLength < LENGTH_BYTES) {
    throw corrupt(`A safetensors file has at least 8 bytes; this one has ${bytes.byteLength}.`);
  }
  const view = new DataView(bytes);
  const length = Number(view.getBigUint64(0, true));
  const dataStart = LENGTH_BYTES + length;
  if (length > LONGEST_HEADER || dataStart > bytes.byteLength) {
    throw corrupt(
      `The file says that its header has ${length} bytes, but the file has ${bytes.byteLength}: it is cut short or no safetensors file.`,
    );
  }
  const header = parseHeader(new Uint8Array(bytes, LENGTH_BYTES, length));
  const entries = Object.entries(header)
    .filter(([name]) => name !== '__metadata__')
    .map(([name, value]) => readEntry(name, value, dataStart));
  checkCover(entries, dataStart, bytes.byteLength);
  return new Map(entries.map((entry) => [entry.name, entry]));
}
