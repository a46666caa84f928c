// Runs the discount function as Shopify does: once per card, each answer held against Shopify's schema.
import { deployedFunction } from '#tests/local-shopify/functions/deployed-functions.ts';
import { acceptedAnswer } from '#tests/local-shopify/functions/function-output.ts';
import type { WasmRun } from '#tests/local-shopify/functions/run-wasm.ts';
import { functionInput, type FunctionScene } from './function-scene.ts';
import type { FunctionInput } from './reference/function-input.ts';
import type { FunctionOutput } from './reference/output.ts';

const HANDLE = 'loyalty-discount';

/** The function's wasm, with what Shopify measures of it. */
export function measuredRun(input: FunctionInput): WasmRun {
  return deployedFunction(HANDLE).run(input, input.cart.lines.length);
}

/** @throws {Error} where Shopify would refuse the answer, or drop it for a limit */
export function runOnce(input: FunctionInput): FunctionOutput {
  const { answer, broken } = measuredRun(input);
  if (broken) throw new Error(`Shopify drops the discount: ${broken}`);
  return acceptedAnswer(answer) as FunctionOutput;
}

/** Free units by card and line, `{coffee: {1: 2}}`; cards that give nothing are left out. */
export function freeInCart(scene: FunctionScene): Record<string, Record<string, number>> {
  const byCard = scene.cards.map(({ key }) => {
    const output = runOnce(functionInput({ ...scene, own: key }));
    return [key, freeByLine(output)] as const;
  });
  return Object.fromEntries(byCard.filter(([, lines]) => Object.keys(lines).length > 0));
}

function freeByLine({ operations }: FunctionOutput): Record<string, number> {
  const targets = operations.flatMap(({ productDiscountsAdd }) =>
    productDiscountsAdd.candidates.flatMap((candidate) => candidate.targets),
  );
  return Object.fromEntries(
    targets.map(({ cartLine }) => [cartLine.id.replace('gid://shopify/CartLine/', ''), cartLine.quantity]),
  );
}

/** What the shopper reads beside the free units; null when there are none. */
export function messageInCart(scene: FunctionScene): string | null {
  const [operation] = runOnce(functionInput(scene)).operations;
  return operation?.productDiscountsAdd.candidates[0]?.message ?? null;
}
