// A hand at Shopify: a code is deleted, a discount of ours ended, changed, deleted or copied. The app puts it right.
import type { CodeGives } from '#tests/local-shopify/shop/code-discount.ts';
import type { CodeDiscounts } from '#tests/local-shopify/shop/code-discounts.ts';
import type { TortureEvent } from './torture-event.ts';

type Hand = {
  name: string;
  weight: number;
  touch: (codes: CodeDiscounts, place: number) => Promise<unknown>;
};

function pick<T>(from: readonly T[], place: number): T | undefined {
  return from[Math.floor(place * from.length)];
}

const ofDiscount = (
  name: string,
  weight: number,
  touch: (codes: CodeDiscounts, id: string) => Promise<unknown>,
): Hand => ({
  name,
  weight,
  touch: async (codes, place) => {
    const discount = pick(codes.values(), place);
    return discount && touch(codes, discount.id);
  },
});

/** Shopify lets nobody make a discount of another sort of it. */
const changed = (gives: CodeGives): CodeGives =>
  gives.kind === 'shipping' ? { kind: 'shipping', upToMinor: 100 } : { kind: 'percent', percentBp: 5_000 };
const NOTHING = { productDiscounts: false, orderDiscounts: false, shippingDiscounts: false };

const HANDS: readonly Hand[] = [
  {
    name: 'a code is deleted by hand',
    weight: 6,
    touch: async (codes, place) => {
      const all = codes.values().flatMap(({ id }) => codes.codesOf(id));
      const code = pick(all, place);
      return code && codes.removeCode(code.code);
    },
  },
  ofDiscount('a discount is deleted by hand', 1, (codes, id) => codes.remove(id)),
  ofDiscount('a discount is ended by hand', 1, (codes, id) => codes.end(id)),
  ofDiscount('a discount is renamed by hand', 1, (codes, id) => codes.change(id, { title: 'Mine' })),
  ofDiscount('a discount’s limit is taken off by hand', 1, (codes, id) =>
    codes.change(id, { usageLimit: null }),
  ),
  ofDiscount('a discount is copied by hand', 0.5, (codes, id) => codes.duplicate(id, `COPY-${Date.now()}`)),
  {
    name: 'what a discount gives is changed by hand',
    weight: 1,
    touch: async (codes, place) => {
      const discount = pick(codes.values(), place);
      return discount && codes.change(discount.id, { gives: changed(discount.gives) });
    },
  },
  ofDiscount('a discount’s least order is changed by hand', 1, (codes, id) =>
    codes.change(id, { minimum: { kind: 'subtotal', minor: 9_900 } }),
  ),
  ofDiscount('a discount stands beside no other by hand', 1, (codes, id) =>
    codes.change(id, { combinesWith: NOTHING }),
  ),
  ofDiscount('a discount is put off by hand', 1, (codes, id) =>
    codes.change(id, { startsAt: '2099-01-01T00:00:00Z' }),
  ),
];

export const breakCodes: TortureEvent = {
  name: 'hand at a discount',
  weight: 2,
  draw(random, history) {
    const [{ name, touch }, place] = [random.weighted(HANDS), random.next()];
    return async () => {
      const touched = await touch(history.shop.codeDiscounts, place);
      if (touched === undefined && history.shop.codeDiscounts.values().length === 0) return false;
      history.tell(name, []);
      return true;
    };
  },
};
