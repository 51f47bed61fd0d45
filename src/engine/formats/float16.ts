const bits = new DataView(new ArrayBuffer(4));

/** Half-precision bits of the largest finite value, 65504, plus one: infinity. */
const INFINITY_BITS = 0x7c00;
const QUIET_NAN_BITS = 0x7e00;

/**
 * The nearest IEEE 754 half-precision number, ties to even, as its 16 bits. From 65520 on the
 * nearest is infinity. The value is taken as a float32 first.
 */
export function float16Bits(value: number): number {
  bits.setFloat32(0, value);
  const word = bits.getUint32(0);
  const sign = (word >>> 16) & 0x8000;
  const exponent = (word >>> 23) & 0xff;
  const mantissa = word & 0x7fffff;
  if (exponent === 0xff) return sign | (mantissa === 0 ? INFINITY_BITS : QUIET_NAN_BITS);
  const halfExponent = exponent - 127 + 15;
  if (halfExponent >= 31) return sign | INFINITY_BITS;
  // Below the normal range the leading one becomes explicit and moves right with the rest.
  const subnormal = halfExponent <= 0;
  const shift = subnormal ? 14 - halfExponent : 13;
  if (shift > 24) return sign;
  const significand = subnormal ? mantissa | 0x800000 : mantissa;
  const kept = significand >>> shift;
  const dropped = significand & ((1 << shift) - 1);
  const half = 1 << (shift - 1);
  const up = dropped > half || (dropped === half && (kept & 1) === 1) ? 1 : 0;
  // A carry out of the mantissa lands in the exponent, which is what rounding up needs.
  return sign | (((subnormal ? 0 : halfExponent << 10) + kept + up) & 0x7fff);
}

/** The number that 16 half-precision bits stand for. */
export function float16Value(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >>> 10) & 0x1f;
  const mantissa = half & 0x3ff;
  if (exponent === 0) return sign * mantissa * 2 ** -24;
  if (exponent === 31) return mantissa === 0 ? sign * Infinity : NaN;
  return sign * (1 + mantissa / 1024) * 2 ** (exponent - 15);
}
