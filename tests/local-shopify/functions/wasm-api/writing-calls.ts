// How a function writes its answer, and learns names that it writes or asks for many times.
import type { AnswerWriter } from './answer-writer.ts';
import type { CallContext, Calls } from './call-context.ts';
import { COST } from './provider-cost.ts';

/** Shopify's code for a piece that fits; the others are thrown here. */
const FITS = 0;

export function writingCalls(writer: AnswerWriter, { spend, textAt, nameOf, learn }: CallContext): Calls {
  const write = (cost: number, act: () => void): number => {
    spend(cost);
    act();
    return FITS;
  };
  return {
    intern_utf8_str: (at: number, length: number) => {
      spend(COST.intern);
      return learn(textAt(at, length));
    },
    output_new_object: (length: number) => write(COST.newObject, () => writer.open('object', length)),
    output_finish_object: () => write(COST.finish, () => writer.close('object')),
    output_new_array: (length: number) => write(COST.newArray, () => writer.open('array', length)),
    output_finish_array: () => write(COST.finish, () => writer.close('array')),
    output_new_utf8_str: (at: number, length: number) =>
      write(COST.newText, () => writer.write(textAt(at, length))),
    output_new_interned_utf8_str: (id: number) => write(COST.newName, () => writer.write(nameOf(id))),
    output_new_i32: (value: number) => write(COST.newNumber, () => writer.write(value)),
  };
}
