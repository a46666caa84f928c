// The output that the function hands back to Shopify: `CartLinesDiscountsGenerateRunResult`.
import type { FreeOfCard } from '#app/core/stamps/free-in-cart.ts';
import { jsonBytes } from '#app/core/stamps/json-bytes.ts';

type Target = { cartLine: { id: string; quantity: number } };

export type FunctionOutput = {
  operations: {
    productDiscountsAdd: {
      selectionStrategy: 'ALL';
      candidates: { message: string; targets: Target[]; value: { percentage: { value: number } } }[];
    };
  }[];
};

export const NOTHING: FunctionOutput = { operations: [] };

/** Shopify takes 20,000 bytes; this is left for everything but the targets. */
const MOST_TARGET_BYTES = 19_000;

/** One candidate, so that the shopper reads one line, whatever the number of products. */
export function unitsFree(message: string, lines: FreeOfCard['lines']): FunctionOutput {
  const targets = withinLimit(
    lines.map(({ lineId, quantity }): Target => ({ cartLine: { id: lineId, quantity } })),
  );
  if (targets.length === 0) return NOTHING;
  const candidate = { message, targets, value: { percentage: { value: 100 } } };
  return { operations: [{ productDiscountsAdd: { selectionStrategy: 'ALL', candidates: [candidate] } }] };
}

/** An answer that is too long would be no answer: of hundreds of free lines the cheapest are told. */
function withinLimit(targets: Target[]): Target[] {
  let bytes = 0;
  return targets.filter((target) => (bytes += jsonBytes(target) + 1) <= MOST_TARGET_BYTES);
}
