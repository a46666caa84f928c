// What the calls of one run share: the function's memory, the names it learned, and what Shopify's side has cost so far.

/** Shopify's name of a call, without `shopify_function_`. */
export type Calls = Record<string, (...args: never[]) => bigint | number | void>;

export type CallContext = {
  spend: (instructions: number) => void;
  spent: () => number;
  bytesAt: (at: number, length: number) => Uint8Array;
  textAt: (at: number, length: number) => string;
  /** The same text learned twice has two ids, as at Shopify. */
  learn: (name: string) => number;
  nameOf: (id: number) => string;
};

/** `memory` is the function's own, which exists only once the function does. */
export function callContext(memory: () => WebAssembly.Memory, start: number): CallContext {
  const names: string[] = [];
  let spent = start;
  const bytesAt = (at: number, length: number) => new Uint8Array(memory().buffer, at, length);
  return {
    spend: (instructions) => void (spent += instructions),
    spent: () => spent,
    bytesAt,
    textAt: (at, length) => new TextDecoder('utf-8', { fatal: true }).decode(bytesAt(at, length)),
    learn: (name) => names.push(name) - 1,
    nameOf: (id) => {
      const name = names[id];
      if (name === undefined) throw new Error(`the function learned no name ${id}`);
      return name;
    },
  };
}
