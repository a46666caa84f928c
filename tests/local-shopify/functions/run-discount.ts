// Runs the app's discount function as Shopify would: its own input query, executed on the stand-in's state; its own
// wasm; and an answer that has to fit Shopify's schema. What doesn't fit is a loud error. A limit that is broken is none, as
// at Shopify: the cart goes on without the discount. Tests may ask which runs were dropped.
import { resolveNamespace } from '#tests/local-shopify/shop/app-settings.ts';
import type { AutomaticDiscount } from '#tests/local-shopify/shop/automatic-discount.ts';
import type { Cart, LineTake } from '#tests/local-shopify/shop/cart.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { OfferPart } from '#tests/local-shopify/shop/offers.ts';
import { sum } from '#tests/local-shopify/shop/order-totals.ts';
import { deployedFunction } from './deployed-functions.ts';
import type { DeployedFunction } from './deployed-functions.ts';
import { functionInput, lineGid } from './function-cart.ts';
import { readOutput } from './function-output.ts';
import type { Candidate, Operation } from './function-output.ts';
import { queryInput } from './input-query.ts';
import type { WasmRun } from './run-wasm.ts';

export type DroppedRun = { handle: string; broken: WasmRun['broken']; lines: number };

const dropped = new WeakMap<LocalShop, DroppedRun[]>();

/** Runs that broke one of Shopify's limits, the oldest first. */
export const droppedRuns = (shop: LocalShop): readonly DroppedRun[] => dropped.get(shop) ?? [];

type AppDiscount = Extract<AutomaticDiscount, { kind: 'app' }>;

/** What one discount of the app would take off, by its function. */
export function runDiscount(shop: LocalShop, cart: Cart, discount: AppDiscount): OfferPart[] {
  const deployed = deployedFunction(discount.functionHandle);
  const variables = variablesOf(deployed, shop, discount);
  const input = queryInput(deployed.inputQuery, functionInput({ shop, cart, discount }), variables);
  const { answer, broken } = deployed.run(input, cart.lines.length);
  if (broken) {
    dropped.set(shop, [...droppedRuns(shop), { handle: deployed.handle, broken, lines: cart.lines.length }]);
    return [];
  }
  return readOutput(answer, discount.discountClasses).flatMap(({ selectionStrategy, candidates }) =>
    select(
      selectionStrategy,
      candidates.map((one) => partOf(shop, cart, discount, one)),
    ),
  );
}

function variablesOf(
  { variables }: DeployedFunction,
  shop: LocalShop,
  { metafields }: AppDiscount,
): Record<string, unknown> {
  if (!variables) return {};
  const namespace = resolveNamespace({ namespace: shop.appNamespace }, variables.namespace);
  const held = metafields[`${namespace}.${variables.key}`];
  return held ? (JSON.parse(held.value) as Record<string, unknown>) : {};
}

/** A cart names it by the candidate's message, or by the discount's own title where it has none. */
function partOf(shop: LocalShop, cart: Cart, discount: AppDiscount, candidate: Candidate): OfferPart {
  const percentBp = Math.round(candidate.value.percentage.value * 100);
  const takes = candidate.targets.map(({ cartLine }) => takeOf(shop, cart, cartLine, percentBp));
  const title = candidate.message ?? discount.title;
  return { title, nodeTitle: discount.title, value: { kind: 'percent', percentBp }, takes };
}

type Target = Candidate['targets'][number]['cartLine'];

function takeOf(shop: LocalShop, cart: Cart, { id, quantity }: Target, percentBp: number): LineTake {
  const index = cart.lines.findIndex((_, each) => lineGid(each) === id);
  const line = cart.lines[index];
  const priceMinor = shop.variant(line?.variantId ?? '')?.variant.priceMinor;
  if (!line || priceMinor === undefined) throw new Error(`the function names a line ${id} that isn't there`);
  const units = Math.min(quantity ?? line.quantity, line.quantity);
  return { line: index, units, amountMinor: Math.round((priceMinor * units * percentBp) / 10_000) };
}

const worthOf = (part: OfferPart): number => sum(part.takes.map((take) => take.amountMinor));

function select(strategy: Operation['selectionStrategy'], parts: OfferPart[]): OfferPart[] {
  const reaching = parts.filter((part) => worthOf(part) > 0);
  if (strategy === 'ALL') return reaching;
  if (strategy === 'FIRST') return reaching.slice(0, 1);
  return [...reaching].sort((a, b) => worthOf(b) - worthOf(a)).slice(0, 1);
}
