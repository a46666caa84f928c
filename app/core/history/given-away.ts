// What an order's discounts took off what is kept of it, by whose they were.
import { mulDivFloor } from '../values/money.ts';
import type { LineDiscount, OrderDiscount, OrderSnapshot } from '../snapshots/order-snapshot.ts';
import { possibleCode } from '../snapshots/possible-code.ts';
import type { TitleBook } from '../stamps/free-on-line.ts';
import { cardsNamed, foldTitle } from '../stamps/title-spans.ts';

/** What says of a discount that it is ours: a card's title at that time, or a voucher's code as `possibleCode` writes it. */
export type OurDiscounts = { book: TitleBook; codes: ReadonlySet<string> };

/** In the shop's minor units, each line's part cut down. */
export type GivenAway = { ourMinor: number; othersMinor: number };

export function givenAway(snapshot: OrderSnapshot, ours: OurDiscounts): GivenAway {
  const { lines, shippingLines = [], shipping, discounts } = snapshot;
  if (discounts.length === 0) return { ourMinor: 0, othersMinor: 0 };
  const placedAt = new Date(snapshot.processedAt).getTime();
  const isOurs = discounts.map((each) => isOurDiscount(each, placedAt, ours));
  // Shipping that was given back is told by its price alone: its discounts count while any of it, or nothing, was to be paid.
  const sent =
    shipping[0] > 0 || lines.some(({ currentQuantity }) => currentQuantity > 0) ? shippingLines : [];
  const sumOf = (whose: boolean) => {
    const off = (all: readonly LineDiscount[]) =>
      all.reduce(
        (sum, { application, amount }) => sum + ((isOurs[application] ?? false) === whose ? amount[0] : 0),
        0,
      );
    const ofLines = lines.map(({ discounts: all, quantity, currentQuantity }) =>
      quantity <= 0 ? 0 : mulDivFloor(off(all), currentQuantity, quantity),
    );
    return [...ofLines, ...sent.map(({ discounts: all }) => off(all))].reduce((sum, minor) => sum + minor, 0);
  };
  return { ourMinor: sumOf(true), othersMinor: sumOf(false) };
}

function isOurDiscount(
  { type, title }: OrderDiscount,
  placedAt: number,
  { book, codes }: OurDiscounts,
): boolean {
  if (type === 'automatic') return cardsNamed(book.spansOf.get(foldTitle(title)), placedAt).length > 0;
  return type === 'discount_code' && codes.has(possibleCode(title) ?? '');
}
