// Runs the app's discount function as Shopify would: its own input query, executed on the stand-in's state; its own
// wasm; and an answer that has to fit Shopify's schema. What doesn't fit is a loud error. A limit that is broken is none, as
// at Shopify: the cart goes on without the discount. Tests may ask which runs were dropped.
import { resolveNamespace } from '#tests/local-shopify/shop/app-settings.ts';
import type { AutomaticDiscount } from '#tests/local-shopify/shop/automatic-discount.ts';
import type { Cart } from '#tests/local-shopify/shop/cart.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { deployedFunction } from './deployed-functions.ts';
import type { DeployedFunction } from './deployed-functions.ts';
import { functionInput } from './function-cart.ts';
import { readOutput } from './function-output.ts';
import type { Operations } from './function-output.ts';
import { queryInput } from './input-query.ts';
import type { WasmRun } from './run-wasm.ts';

export type DroppedRun = { handle: string; broken: WasmRun['broken']; lines: number };

const dropped = new WeakMap<LocalShop, DroppedRun[]>();

/** Runs that broke one of Shopify's limits, the oldest first. */
export const droppedRuns = (shop: LocalShop): readonly DroppedRun[] => dropped.get(shop) ?? [];

/** An app's discount, automatic or with codes. */
export type ByFunction = Pick<AutomaticDiscount, 'discountClasses' | 'metafields'> & {
  functionHandle: string;
  /** The code that the shopper typed; null for an automatic one. */
  code: string | null;
};

const NOTHING: Operations = { products: [], order: [] };

/** What the app's function says that one of its discounts takes off. */
export function runDiscount(shop: LocalShop, cart: Cart, discount: ByFunction): Operations {
  if (!shop.runsFunctions()) return NOTHING;
  const deployed = deployedFunction(discount.functionHandle);
  const variables = variablesOf(deployed, shop, discount);
  const { code } = discount;
  const input = queryInput(deployed.inputQuery, functionInput({ shop, cart, discount, code }), variables);
  const { answer, broken } = deployed.run(input, cart.lines.length);
  if (!broken) return readOutput(answer, discount.discountClasses);
  dropped.set(shop, [...droppedRuns(shop), { handle: deployed.handle, broken, lines: cart.lines.length }]);
  return NOTHING;
}

function variablesOf(
  { variables }: DeployedFunction,
  shop: LocalShop,
  { metafields }: ByFunction,
): Record<string, unknown> {
  if (!variables) return {};
  const namespace = resolveNamespace({ namespace: shop.appNamespace }, variables.namespace);
  const held = metafields[`${namespace}.${variables.key}`];
  return held ? (JSON.parse(held.value) as Record<string, unknown>) : {};
}
