// Shopify's limits of a function. Most hold for carts up to 200 lines and grow with longer ones.

export const MOST_WASM_BYTES = 256_000;
export const MOST_MEMORY_BYTES = 10_000_000;
const MOST_INSTRUCTIONS = 11_000_000;
const MOST_INPUT_BYTES = 128_000;
const MOST_OUTPUT_BYTES = 20_000;

const LINES_BEFORE_GROWTH = 200;
const MOST_GROWTH = 10;

export type RunLimits = { instructions: number; inputBytes: number; outputBytes: number };

export function limitsFor(lines: number): RunLimits {
  const growth = Math.min(MOST_GROWTH, Math.max(1, lines / LINES_BEFORE_GROWTH));
  return {
    instructions: MOST_INSTRUCTIONS * growth,
    inputBytes: MOST_INPUT_BYTES * growth,
    outputBytes: MOST_OUTPUT_BYTES * growth,
  };
}
