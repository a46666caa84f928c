// Runs the discount function as Shopify does: once per card, each answer held against Shopify's schema.
import { cartLinesDiscountsGenerateRun } from '#extensions/loyalty-discount/src/index.ts';
import type { FunctionInput } from '#extensions/loyalty-discount/src/input.ts';
import type { FunctionOutput } from '#extensions/loyalty-discount/src/output.ts';
import { acceptedAnswer } from '#tests/local-shopify/functions/function-output.ts';
import { functionInput, type FunctionScene } from './function-scene.ts';

/** @throws {Error} where Shopify would refuse the answer */
export function runOnce(input: FunctionInput): FunctionOutput {
  return acceptedAnswer(cartLinesDiscountsGenerateRun(input)) as FunctionOutput;
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
