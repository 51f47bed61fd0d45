/**
 * Probabilities that add up to 1: exp(zᵢ) / Σ exp(zⱼ), in doubles rounded once to float32.
 * @param logits at least one finite value
 */
export function softmax(logits: Float32Array): Float32Array {
  // Without the largest, exp would overflow from logits of about 700 on.
  const top = logits.reduce((largest, logit) => Math.max(largest, logit), -Infinity);
  const powers = Array.from(logits, (logit) => Math.exp(logit - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return Float32Array.from(powers, (power) => power / sum);
}
