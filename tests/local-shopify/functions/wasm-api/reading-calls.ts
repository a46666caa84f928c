// How a function reads its input. As at Shopify, asking a value for what it can't have is answered with an error value.
import type { CallContext, Calls } from './call-context.ts';
import { inputValues } from './input-values.ts';
import { boxed } from './nan-box.ts';
import { COST, costOfFinding } from './provider-cost.ts';

const NOT_AN_OBJECT = 1;
const OUT_OF_BOUNDS = 5;
const NOT_INDEXABLE = 6;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function lengthOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  return typeof value === 'object' && value !== null ? Object.keys(value).length : -1;
}

export function readingCalls(input: unknown, { spend, textAt, nameOf, bytesAt }: CallContext): Calls {
  const { box, valueOf, at } = inputValues();
  const propertyOf = (scope: bigint, name: string): bigint => {
    const value = valueOf(scope);
    if (!isRecord(value)) return boxed('error', NOT_AN_OBJECT);
    spend(costOfFinding(Object.keys(value), name));
    return box(Object.hasOwn(value, name) ? value[name] : null);
  };
  const elementOf = (scope: bigint, index: number): bigint => {
    spend(COST.place);
    const value = valueOf(scope);
    if (typeof value !== 'object' || value === null) return boxed('error', NOT_INDEXABLE);
    const elements: unknown[] = Array.isArray(value) ? value : Object.values(value);
    return index < elements.length ? box(elements[index]) : boxed('error', OUT_OF_BOUNDS);
  };
  return {
    input_get: () => box(input),
    input_get_val_len: (scope: bigint) => {
      spend(COST.length);
      return lengthOf(valueOf(scope));
    },
    input_read_utf8_str: (from: number, to: number, length: number) => {
      spend(COST.text);
      const text = at(from);
      if (typeof text !== 'string') throw new Error('the function reads the text of what is none');
      const bytes = Buffer.from(text);
      if (bytes.length !== length) throw new Error(`the function reads ${length} of ${bytes.length} bytes`);
      bytesAt(to, length).set(bytes);
    },
    input_get_obj_prop: (scope: bigint, name: number, length: number) => {
      spend(COST.name);
      return propertyOf(scope, textAt(name, length));
    },
    input_get_interned_obj_prop: (scope: bigint, id: number) => propertyOf(scope, nameOf(id)),
    input_get_at_index: elementOf,
  };
}
