/** Arrays that are kept, widest elements first: side by side, each begins where any of its elements may. */
export const arrayTypes = {
  float64: Float64Array,
  float32: Float32Array,
  int32: Int32Array,
  uint32: Uint32Array,
  uint16: Uint16Array,
  uint8: Uint8Array,
} as const;

export type ArrayType = keyof typeof arrayTypes;
export type PackedArray = InstanceType<(typeof arrayTypes)[ArrayType]>;

export const arrayTypeNames = Object.keys(arrayTypes) as readonly ArrayType[];
