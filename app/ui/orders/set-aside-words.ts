// An order that was set aside, in the merchant's words: since when, why, and when it is tried next.
import type { SetAsideWhy } from '#app/core/orders/set-aside.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatInstant } from '#app/ui/values/format.ts';

/** As the page's loader tells it. */
export type SetAsideRow = {
  orderId: string;
  /** Empty where it isn't known. */
  orderName: string;
  why: SetAsideWhy;
  since: string;
  tryAgainAt: string;
};

export type SetAsideWords = { name: string; since: string; why: string; next: string };

/** Jobs look every minute: an order whose time has come is as good as tried. */
export function setAsideWords(
  row: SetAsideRow,
  { now, timeZone, language }: { now: string; timeZone: string; language: Language },
): SetAsideWords {
  const { flags, setAside } = textsOf(language);
  const instant = (at: string) => formatInstant(at, timeZone, language);
  const isDue = Date.parse(row.tryAgainAt) <= Date.parse(now);
  return {
    name: flags.order(row.orderName || row.orderId),
    since: setAside.since(instant(row.since)),
    why: setAside.why[row.why],
    next: isDue ? setAside.nextNow : setAside.next(instant(row.tryAgainAt)),
  };
}
