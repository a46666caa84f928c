// How a full card is given: in the cart, by the app's function, or as a code where functions can't run. A plan that changes
// takes the card over in steps, so that no full card is ever given both ways.
import { SEARCH_MS } from '../rewards/decide-release.ts';

export type CardWay = 'cart' | 'to-codes' | 'codes' | 'to-cart';

/** A checkout under way may end so long after its discount is gone. */
const CHECKOUT_MS = 15 * 60_000;
const GONE_WAIT_MS = CHECKOUT_MS + SEARCH_MS;
const SOON_MS = 60_000;

/** Times are the database's. */
export type CardWayState = {
  way: CardWay;
  /** Since when its automatic discount was seen to be off; null: it wasn't. */
  offSince: Date | null;
  /** Whether Shopify runs functions on this shop. */
  functionsRun: boolean;
  /** Whether its discount can be said in Shopify's own words. */
  canBeCodes: boolean;
  /** Whether Shopify, asked now, has an automatic discount of the card that gives or will. */
  isThere: boolean;
  /** Every order updated before is stored. */
  reconciledThrough: Date;
  /** An order that names the automatic discount isn't counted yet. */
  waitsForOrder: boolean;
  /** Shopify has the newest stamps of all who have the card. */
  isTold: boolean;
  now: Date;
};

export type CardWayStep = {
  way: CardWay;
  offSince: Date | null;
  /** When to look again; null: nothing is waited for. */
  lookAt: Date | null;
  /** Orders are to be looked through before it can go on. */
  reconcile: boolean;
};

export function decideCardWay(state: CardWayState): CardWayStep {
  const { way, functionsRun, canBeCodes } = state;
  if (functionsRun) return way === 'cart' ? stay('cart') : toCart(state);
  // What can't be a code stays as it is: its stamps are kept, and nothing is given.
  if (way === 'cart' && !canBeCodes) return stay('cart');
  return way === 'codes' ? stay('codes') : toCodes(state);
}

const stay = (way: CardWay): CardWayStep => ({ way, offSince: null, lookAt: null, reconcile: false });

/** Nobody is given a code from the first step on; the second is another run, which sees whatever was given until then. */
function toCart({ way, isTold, now }: CardWayState): CardWayStep {
  if (way === 'to-cart' && isTold) return stay('cart');
  const lookAt = new Date(now.getTime() + (way === 'to-cart' ? SOON_MS : 0));
  return { way: 'to-cart', offSince: null, lookAt, reconcile: false };
}

function toCodes({
  way,
  isThere,
  now,
  reconciledThrough,
  waitsForOrder,
  ...state
}: CardWayState): CardWayStep {
  const going = { way: 'to-codes', reconcile: false } as const;
  const soon = new Date(now.getTime() + SOON_MS);
  if (way !== 'to-codes' || isThere) {
    return { ...going, offSince: null, lookAt: way === 'to-codes' ? soon : now };
  }
  const offSince = state.offSince ?? now;
  const enough = new Date(offSince.getTime() + GONE_WAIT_MS);
  if (now < enough) return { ...going, offSince, lookAt: enough };
  if (reconciledThrough < enough) return { ...going, offSince, lookAt: soon, reconcile: true };
  return waitsForOrder ? { ...going, offSince, lookAt: soon } : stay('codes');
}
