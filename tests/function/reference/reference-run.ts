// What the function has to answer: the core's rule on the function's input. The function says the same in AssemblyScript,
// because JavaScript spends Shopify's instructions on reading alone; app/decisions/030.
import type { CardTitle } from '#app/core/stamps/discount-config.ts';
import { heldOnDay } from '#app/core/stamps/held-on-day.ts';
import { freeInCart } from '#app/core/stamps/free-in-cart.ts';
import { cartLines } from './cart-lines.ts';
import type { FunctionInput, Stamps } from './function-input.ts';
import { NOTHING, unitsFree, type FunctionOutput } from './output.ts';

const NO_STAMPS: Stamps = { v: 1, cards: {}, blocked: false };

export function referenceRun(input: FunctionInput): FunctionOutput {
  const config = input.discount.config?.jsonValue;
  const stamps = stampsOf(input);
  if (!config || !stamps || stamps.blocked || !input.discount.discountClasses.includes('PRODUCT')) {
    return NOTHING;
  }
  const day = input.shop.localTime.date;
  const lines = cartLines(input, config);
  const freeOfCards = freeInCart(config.cards, heldOnDay(stamps, day), lines, day, config.paused);
  const own = freeOfCards.find(({ cardKey }) => cardKey === config.own);
  return own ? unitsFree(titleIn(input.localization.language.isoCode, config.title), own.lines) : NOTHING;
}

/**
 * The stamps that this cart may use; a member without any has none yet. Null for a guest: an address typed at checkout
 * names a customer without proving it. At a till the staff know whom they serve.
 */
function stampsOf({ cart }: FunctionInput): Stamps | null {
  const { isAuthenticated = false, customer = null } = cart.buyerIdentity ?? {};
  if (!customer || (!isAuthenticated && !cart.retailLocation)) return null;
  return customer.stamps?.jsonValue ?? NO_STAMPS;
}

/** `isoCode` is Shopify's `LanguageCode`, e.g. `FR` or `PT_BR`; a language without a title reads the English one. */
function titleIn(isoCode: string, title: CardTitle): string {
  return title[isoCode.slice(0, 2).toLowerCase()] ?? title.en;
}
