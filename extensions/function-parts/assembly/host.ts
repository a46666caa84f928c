// The input, read value by value from Shopify's side.
import {
  shopify_function_input_get_obj_prop as propertyNamed,
  shopify_function_input_get_val_len as longLength,
  shopify_function_input_read_utf8_str as copyText,
  shopify_function_intern_utf8_str as internText,
} from './shopify_function_v2';

export {
  shopify_function_input_get as inputRoot,
  shopify_function_input_get_at_index as elementAt,
  shopify_function_input_get_interned_obj_prop as property,
} from './shopify_function_v2';

const NOT_A_NUMBER: u64 = 0x7ffc_0000_0000_0000;
const KIND_AT: u64 = 46;
const LENGTH_AT: u64 = 32;
const LONGEST_SHORT: usize = 0x3fff;

const NULL: u32 = 0;
const BOOLEAN: u32 = 1;
const TEXT: u32 = 3;
const ARRAY: u32 = 5;
const ERROR: u32 = 15;

export function isNumber(value: u64): bool {
  return (value & NOT_A_NUMBER) != NOT_A_NUMBER;
}

function isOfKind(value: u64, kind: u32): bool {
  return !isNumber(value) && ((<u32>(value >> KIND_AT)) & 15) == kind;
}

/** A null of ours: what Shopify has no value for. */
export const NOTHING: u64 = NOT_A_NUMBER;

/** Null, or a key that isn't there. */
export function isNull(value: u64): bool {
  return isOfKind(value, NULL) || isOfKind(value, ERROR);
}

export function isTrue(value: u64): bool {
  return isOfKind(value, BOOLEAN) && <u32>value != 0;
}

/** 0 for what is no number. */
export function numberOf(value: u64): f64 {
  return isNumber(value) ? reinterpret<f64>(value) : 0;
}

/** Elements of an array or entries of an object, bytes of a text; 0 for anything else. */
function lengthOf(value: u64): usize {
  const length = (<usize>(value >> LENGTH_AT)) & LONGEST_SHORT;
  return length == LONGEST_SHORT ? longLength(value) : length;
}

export function elementsOf(value: u64): i32 {
  return isOfKind(value, ARRAY) ? <i32>lengthOf(value) : 0;
}

/** Bytes of UTF-8 in our memory. */
@unmanaged
export class Text {
  constructor(
    public at: usize,
    public length: i32,
  ) {}

  byte(index: i32): u32 {
    return load<u8>(this.at + <usize>index);
  }
}

export function bytesOfText(value: u64): i32 {
  return isOfKind(value, TEXT) ? <i32>lengthOf(value) : 0;
}

/** Copies a text's bytes to a place that has room for them. */
export function copyTo(value: u64, at: usize, length: i32): void {
  copyText(<usize>(value & 0xffff_ffff), at, <usize>length);
}

/** The text in memory of its own; of what is no text, an empty one. */
export function textOf(value: u64): Text {
  const length = bytesOfText(value);
  // Eight bytes more, so that texts are compared and hashed by words.
  const at = heap.alloc(<usize>length + 8);
  if (length > 0) copyTo(value, at, length);
  return new Text(at, length);
}

/** A text of ours. */
export function keptText(text: string): Text {
  const bytes = String.UTF8.encode(text);
  return new Text(changetype<usize>(bytes), bytes.byteLength);
}

/** A name that is asked of many objects. */
export function name(text: string): u32 {
  const bytes = String.UTF8.encode(text);
  return internText(changetype<usize>(bytes), bytes.byteLength);
}

/** A name that is asked once. */
export function get(object: u64, key: string): u64 {
  const bytes = String.UTF8.encode(key);
  return propertyNamed(object, changetype<usize>(bytes), bytes.byteLength);
}

export function getAt(object: u64, key: Text): u64 {
  return propertyNamed(object, key.at, <usize>key.length);
}
