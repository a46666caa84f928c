// "The sixth is taken in the cart": each published card has one automatic discount at Shopify. What it must be, what
// Shopify shows of it, and what to do where the two differ: the program changed, or somebody's hand did.
import { currencyExponent } from '../values/money.ts';
import type { StampCard } from '../program/card-rules.ts';
import { endOfDay, startOfDay } from '../values/days.ts';
import { servesLongCarts } from '../stamps/cart-budget.ts';
import {
  functionConfig,
  functionVariables,
  isConfigTooLarge,
  type FunctionConfig,
} from '../stamps/discount-config.ts';

/** The parts of a discount that a program decides. Instants are ISO texts. */
export type WantedDiscount = {
  cardKey: string;
  title: string;
  /** Null: since it was made. */
  startsAt: string | null;
  endsAt: string | null;
  combinesWith: StampCard['combinesWith'];
  /** JSON texts of the function's metafields. */
  config: string;
  variables: string;
};

/** An automatic discount of this app, as Shopify shows it. */
export type ShownDiscount = Omit<WantedDiscount, 'cardKey' | 'startsAt' | 'config' | 'variables'> & {
  /** Digits of Shopify's id. */
  id: string;
  status: 'ACTIVE' | 'EXPIRED' | 'SCHEDULED';
  startsAt: string;
  classes: string[];
  onSubscriptions: boolean;
  onOneTimePurchases: boolean;
  config: string | null;
  variables: string | null;
};

/** Hashes of what was last written, and of what Shopify showed right after. Empty: never. */
export type KeptDiscount = {
  cardKey: string;
  discountId: string | null;
  publishedHash: string;
  shownHash: string;
};

export type Hashed<T> = T & { hash: string };

/** A change that somebody made to a discount by hand. */
export type HandChange = 'deleted' | 'renamed' | 'ended' | 'dates' | 'combination' | 'other' | 'copied';

type Wanted = Hashed<WantedDiscount>;
type Shown = Hashed<ShownDiscount>;

export type DiscountStep =
  | { do: 'create'; wanted: Wanted; healed: HandChange | null }
  | { do: 'update'; wanted: Wanted; shown: Shown; healed: HandChange | null }
  | { do: 'keep'; wanted: Wanted; shown: Shown }
  /** A copy made by hand, or the discount of a card that runs no more. `cardKey` is null where it gives for none. */
  | { do: 'end' | 'delete'; shown: Shown; cardKey: string | null; copy: boolean };

/** `bundleIds` are the products that orders take apart into components. */
export type DiscountShop = { currency: string; timeZone: string; bundleIds: readonly string[] };

type Giving = { cards: readonly StampCard[]; paused?: true | undefined };

export function wantedDiscounts({ cards, paused }: Giving, shop: DiscountShop): WantedDiscount[] {
  return cards.map((card) => {
    const config = { ...configWithBundles(cards, card.key, shop), ...(paused && { paused }) };
    return {
      cardKey: card.key,
      title: card.title.en,
      startsAt: card.startsOn ? startOfDay(shop.timeZone, card.startsOn).toISOString() : null,
      endsAt: card.endsOn ? endOfDay(shop.timeZone, card.endsOn).toISOString() : null,
      combinesWith: card.combinesWith,
      config: JSON.stringify(config),
      variables: JSON.stringify(functionVariables(config)),
    };
  });
}

/** As many bundles as the function is shown: what the merchant chose goes first, and the carts that it serves. */
function configWithBundles(cards: readonly StampCard[], key: string, shop: DiscountShop): FunctionConfig {
  const exponent = currencyExponent(shop.currency);
  const plain = functionConfig(cards, key, exponent);
  for (let count = shop.bundleIds.length; count > 0; count -= 1) {
    const config = { ...plain, bundles: shop.bundleIds.slice(0, count) };
    if (!isConfigTooLarge(config) && servesLongCarts(config) === servesLongCarts(plain)) return config;
  }
  return plain;
}

/** The card that a discount gives for; null where its config says none. */
function ownCard({ config }: ShownDiscount): string | null {
  const own = /"own"\s*:\s*"([a-z0-9-]+)"/.exec(config ?? '');
  return own?.[1] ?? null;
}

/** The same, also where only our row knows it. */
export function cardOfDiscount(shown: ShownDiscount, kept: readonly KeptDiscount[]): string | null {
  return kept.find(({ discountId }) => discountId === shown.id)?.cardKey ?? ownCard(shown);
}

const older = (one: ShownDiscount, other: ShownDiscount) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1);

/**
 * The steps that make Shopify match. Compares with what Shopify showed after the last write, not with what was written:
 * what Shopify writes differently from us is no change by hand, and never written again and again.
 */
export function decideDiscounts(
  wanted: readonly Wanted[],
  shown: readonly Shown[],
  kept: readonly KeptDiscount[],
): DiscountStep[] {
  const steps = wanted.flatMap((each): DiscountStep[] => {
    const row = kept.find(({ cardKey }) => cardKey === each.cardKey);
    const own = shown.filter((one) => cardOfDiscount(one, kept) === each.cardKey).sort(older);
    const original = own.find(({ id }) => id === row?.discountId) ?? own[0];
    const copies = own.filter((one) => one !== original);
    return [stepOf(each, original, row), ...copies.flatMap((one) => copyStep(one, each.cardKey))];
  });
  const running = new Set(wanted.map(({ cardKey }) => cardKey));
  const rest = shown.flatMap((one): DiscountStep[] => {
    const cardKey = cardOfDiscount(one, kept);
    if (cardKey === null) return copyStep(one, null);
    return running.has(cardKey) ? [] : [{ do: 'delete', shown: one, cardKey, copy: false }];
  });
  return [...steps, ...rest];
}

function stepOf(wanted: Wanted, shown: Shown | undefined, row: KeptDiscount | undefined): DiscountStep {
  if (!shown) return { do: 'create', wanted, healed: row?.discountId ? 'deleted' : null };
  const known = row?.discountId === shown.id ? row : undefined;
  const untouched = known?.shownHash === shown.hash;
  if (untouched && known.publishedHash === wanted.hash) return { do: 'keep', wanted, shown };
  const byHand = known !== undefined && known.shownHash !== '' && !untouched;
  return { do: 'update', wanted, shown, healed: byHand ? (difference(wanted, shown) ?? 'other') : null };
}

/** One that has ended gives nothing, and stays for the merchant to look at; one to come would wake up one day. */
function copyStep(shown: Shown, cardKey: string | null): DiscountStep[] {
  switch (shown.status) {
    case 'ACTIVE':
      return [{ do: 'end', shown, cardKey, copy: true }];
    case 'SCHEDULED':
      return [{ do: 'delete', shown, cardKey, copy: true }];
    case 'EXPIRED':
      return [];
  }
}

/** The difference from the program, as a merchant would name it; null when nothing differs that a program decides. */
function difference(wanted: WantedDiscount, shown: ShownDiscount): HandChange | null {
  if (shown.title !== wanted.title.trim()) return 'renamed';
  if (shown.endsAt !== wanted.endsAt) return shown.status === 'EXPIRED' ? 'ended' : 'dates';
  if (wanted.startsAt ? shown.startsAt !== wanted.startsAt : shown.status === 'SCHEDULED') return 'dates';
  const { product, order, shipping } = wanted.combinesWith;
  const { combinesWith: beside } = shown;
  if (beside.product !== product || beside.order !== order || beside.shipping !== shipping)
    return 'combination';
  return shown.onSubscriptions || !shown.onOneTimePurchases ? 'other' : null;
}

/** In place of a hash: right after our write Shopify showed something else than we wrote. */
const UNSURE = 'unsure';

/**
 * The hash to keep of how a discount is shown after a write. A hand may have been there between the write and the look,
 * so a difference is written once more; if it stays, it is Shopify's own form of what we write.
 */
export function hashToKeep(wanted: Wanted, shown: Shown, before: KeptDiscount | undefined): string {
  const sure = before?.shownHash === UNSURE || difference(wanted, shown) === null;
  return sure ? shown.hash : UNSURE;
}

/**
 * When it starts: on the card's day; without one, when it did, or now where it doesn't yet.
 * @param shown null while it is being made
 */
export function startOf(wanted: WantedDiscount, shown: ShownDiscount | null, now: Date): string {
  if (wanted.startsAt) return wanted.startsAt;
  return shown && new Date(shown.startsAt) <= now ? shown.startsAt : now.toISOString();
}
