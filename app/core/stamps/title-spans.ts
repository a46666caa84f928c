// "This title named that card from then until then": a title may be used again, by a later card, by an older one that is
// restored, or in another language. Which card an order's discount was of is read by when the order was placed.

/** Titles of published versions, and those that were seen at Shopify. No date is open. */
export type DatedTitle = {
  readonly cardKey: string;
  readonly title: string;
  readonly from?: Date | null;
  readonly until?: Date | null;
};

/** In milliseconds. */
export type TitleSpan = { readonly cardKey: string; readonly from: number; readonly until: number };

/**
 * For so long a title that was given up is still read: Shopify's discount follows a publish later, at times hours later,
 * and a checkout may have been opened before.
 */
export const TITLE_LINGERS_MS = 24 * 60 * 60 * 1000;

/** Titles are compared without their case and the blanks around them. */
export function foldTitle(title: string): string {
  return title.trim().toLowerCase();
}

/** By folded title. */
export function titleSpans(titles: readonly DatedTitle[]): Map<string, TitleSpan[]> {
  const spans = new Map<string, TitleSpan[]>();
  for (const { cardKey, title, from, until } of titles) {
    const span = {
      cardKey,
      from: from ? from.getTime() : -Infinity,
      until: until ? until.getTime() + TITLE_LINGERS_MS : Infinity,
    };
    const folded = foldTitle(title);
    spans.set(folded, [...(spans.get(folded) ?? []), span]);
  }
  return spans;
}

/** The cards that a title named at an instant, the one that it names since latest first. */
export function cardsNamed(spans: readonly TitleSpan[] | undefined, at: number): string[] {
  const then = (spans ?? []).filter(({ from, until }) => from <= at && at < until);
  return [...then].sort((a, b) => (a.from === b.from ? 0 : b.from - a.from)).map(({ cardKey }) => cardKey);
}
