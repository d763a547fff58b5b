/** Binary digits after the point of what `log2` returns. */
export const LOG2_SCALE = 32n;

const known = new Map<number, bigint>();

/**
 * floor(2^32 x log2(n)), by repeated squaring of integers. `Math.log2` may differ in its last digit from one
 * engine to another (ECMAScript leaves it open), and weights must not.
 * @param n a whole number, at least 1
 * @throws RangeError when it is not
 */
export function log2(n: number): bigint {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`log2 takes whole numbers from 1, not ${n}.`);
  const found = known.get(n);
  if (found !== undefined) return found;
  const whole = BigInt(n.toString(2).length - 1);
  let mantissa = BigInt(n) << (PRECISION - whole); // n / 2^whole, in [1, 2)
  let result = whole;
  for (let digit = 0n; digit < LOG2_SCALE; digit += 1n) {
    mantissa = (mantissa * mantissa) >> PRECISION; // squaring doubles the logarithm
    const over = mantissa >> (PRECISION + 1n); // 1 when it reached 2: the next digit is 1
    mantissa >>= over;
    result = (result << 1n) | over;
  }
  if (known.size < 20_000) known.set(n, result);
  return result;
}

/** Digits carried while squaring: each squaring doubles the error, so twice the digits wanted, and room. */
const PRECISION = 80n;
