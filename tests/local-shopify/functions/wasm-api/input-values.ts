// The input's values as a function holds them: boxes that point into a table on Shopify's side.
import { boxed, boxedNumber, unboxed } from './nan-box.ts';

export type InputValues = {
  box: (value: unknown) => bigint;
  /** What a box points to; null for what points nowhere. */
  valueOf: (box: bigint) => unknown;
  at: (address: number) => unknown;
};

export function inputValues(): InputValues {
  const values: unknown[] = [null];
  const pointing = (kind: 'text' | 'array' | 'object', value: unknown, length: number) =>
    boxed(kind, values.push(value) - 1, length);
  const box = (value: unknown): bigint => {
    if (value === null || value === undefined) return boxed('null', 0);
    if (typeof value === 'boolean') return boxed('boolean', Number(value));
    if (typeof value === 'number') return boxedNumber(value);
    if (typeof value === 'string') return pointing('text', value, Buffer.byteLength(value));
    if (Array.isArray(value)) return pointing('array', value, value.length);
    return pointing('object', value, Object.keys(value).length);
  };
  return {
    box,
    valueOf: (scope) => values[unboxed(scope)?.address ?? 0],
    at: (address) => values[address],
  };
}
