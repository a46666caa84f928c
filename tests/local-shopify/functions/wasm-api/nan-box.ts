// A value of Shopify's Wasm API v2: a number as it is, all else as a NaN with a kind, a length and an address.

const NOT_A_NUMBER = 0x7ffcn << 48n;
const KIND = { null: 0n, boolean: 1n, text: 3n, object: 4n, array: 5n, error: 15n } as const;
/** Lengths from here on are asked for. */
const LONGEST_SHORT = 0x3fff;

const float = new Float64Array(1);
const bits = new BigUint64Array(float.buffer);

export function boxedNumber(value: number): bigint {
  float[0] = value;
  return bits[0] ?? 0n;
}

export function boxed(kind: keyof typeof KIND, address: number, length = 0): bigint {
  const short = BigInt(Math.min(length, LONGEST_SHORT));
  return BigInt.asIntN(64, NOT_A_NUMBER | (KIND[kind] << 46n) | (short << 32n) | BigInt(address));
}

/** What a box points to; null where it holds a number. */
export function unboxed(box: bigint): { kind: bigint; address: number } | null {
  if ((box & NOT_A_NUMBER) !== NOT_A_NUMBER) return null;
  return { kind: (box >> 46n) & 15n, address: Number(box & 0xffff_ffffn) };
}
