// Lines of the cart and units of them that a discount lowers, in the order in which they are told.
import { bytesOfText, copyTo, elementAt, property, Text } from './host';
import { CART_LINE, ID, QUANTITY } from './names';
import {
  shopify_function_output_finish_array as closeArray,
  shopify_function_output_finish_object as closeObject,
  shopify_function_output_new_array as openArray,
  shopify_function_output_new_i32 as writeInteger,
  shopify_function_output_new_interned_utf8_str as writeName,
  shopify_function_output_new_object as openObject,
  shopify_function_output_new_utf8_str as writeBytes,
} from './shopify_function_v2';

/** Shopify takes 20,000 bytes; this is left for everything but the lines. */
export const MOST_LINE_BYTES = 19_000;
/** `{"cartLine":{"id":"","quantity":}},` */
const BYTES_AROUND_TARGET = 35;

export class Targets {
  private ids: Array<u64> = [];
  private quantities: Array<i32> = [];
  private bytes: i32 = 0;

  /** Whether the line still fits: an answer that is too long would be no answer. */
  add(lines: u64, place: i32, quantity: i32): bool {
    const id = property(elementAt(lines, place), ID);
    this.bytes += BYTES_AROUND_TARGET + bytesOfText(id) + digitsOf(quantity);
    if (this.bytes > MOST_LINE_BYTES) return false;
    this.ids.push(id);
    this.quantities.push(quantity);
    return true;
  }

  write(): void {
    const text = new Text(heap.alloc(<usize>MOST_LINE_BYTES), 0);
    openArray(this.ids.length);
    for (let index = 0; index < this.ids.length; index++) {
      const id = this.ids[index];
      const length = bytesOfText(id);
      copyTo(id, text.at, length);
      openObject(1);
      writeName(CART_LINE);
      openObject(2);
      writeName(ID);
      writeBytes(text.at, <usize>length);
      writeName(QUANTITY);
      writeInteger(this.quantities[index]);
      closeObject();
      closeObject();
    }
    closeArray();
  }
}

function digitsOf(quantity: i32): i32 {
  let digits = 1;
  for (let rest = quantity / 10; rest > 0; rest /= 10) digits++;
  return digits;
}
