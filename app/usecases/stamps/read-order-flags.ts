// A page of the orders to check: discounts that may have been a card's free unit.
import type { StampCard } from '#app/core/program/card-rules.ts';
import { page } from '#app/core/values/page.ts';
import { pool } from '#app/db/pool.server.ts';
import { answeredNames, type AnsweredName } from '#app/db/stamps/discount-names.server.ts';
import { orderFlags, type FlagCursor, type OrderFlag } from '#app/db/stamps/order-flags.server.ts';
import { readPublished } from '../editing/read-published.ts';

const FLAGS_ON_A_PAGE = 20;
const MOST_NAMES = 50;

export type ReadOrderFlags = {
  flags: OrderFlag[];
  hasNext: boolean;
  /** The discounts that were answered by name: beside the newest decisions. */
  names: AnsweredName[];
  /** The published ones. */
  cards: Pick<StampCard, 'key' | 'title' | 'size' | 'noun'>[];
  /** The rules can't be read: no card has its title. */
  unreadable: boolean;
};

/** @param wanted `after` is the last of the page before */
export async function readOrderFlags(
  shop: { id: number; currency: string },
  wanted: { decided: boolean; after: FlagCursor | null },
): Promise<ReadOrderFlags> {
  const { decided, after } = wanted;
  const found = await orderFlags(pool(), shop.id, { decided, after, limit: FLAGS_ON_A_PAGE + 1 });
  const { shown, hasNext } = page(found, FLAGS_ON_A_PAGE, after && 'after');
  const names = decided && after === null ? await answeredNames(pool(), shop.id, MOST_NAMES) : [];
  const { rules, unreadable } = await readPublished(shop);
  return {
    flags: shown,
    hasNext,
    names,
    unreadable,
    cards: rules.cards.map(({ key, title, size, noun }) => ({ key, title, size, ...(noun && { noun }) })),
  };
}
