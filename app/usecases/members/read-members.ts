// A page of the members' list, or whoever a search finds.
import type { MemberFilter } from '#app/core/members/member-filters.ts';
import type { StampCard } from '#app/core/program/card-rules.ts';
import {
  findMembers,
  hasMembers,
  memberPage,
  type MemberCursor,
  type MemberPage,
} from '#app/db/members/member-list.server.ts';
import { openRequests } from '#app/db/members/people-requests.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { readPublished } from '../editing/read-published.ts';

/** `q` searches, and then there is one page; else `before` and `after` are ids of members. */
export type WantedMembers = {
  filter: MemberFilter;
  q: string;
  after: string | null;
  before: string | null;
};

export type ReadMembers = MemberPage & {
  /** Whether the shop has a member at all. */
  any: boolean;
  /** The published ones. */
  cards: Pick<StampCard, 'key' | 'title' | 'size'>[];
  /** The rules can't be read: no card has its title. */
  unreadable: boolean;
  /** Customers who wait for a copy of their data. */
  openRequests: number;
};

export async function readMembers(
  shop: { id: number; currency: string },
  wanted: WantedMembers,
): Promise<ReadMembers> {
  const shopId = shop.id;
  const [page, { rules, unreadable }, requests, any] = await Promise.all([
    wanted.q === '' ? memberPage(pool(), shopId, wanted.filter, cursorOf(wanted)) : search(shopId, wanted.q),
    readPublished(shop),
    openRequests(pool(), shopId, ['data'], 100),
    hasMembers(pool(), shopId),
  ]);
  return {
    ...page,
    any,
    unreadable,
    cards: rules.cards.map(({ key, title, size }) => ({ key, title, size })),
    openRequests: requests.length,
  };
}

function cursorOf({ after, before }: WantedMembers): MemberCursor {
  if (before !== null) return { side: 'before', id: before };
  return after !== null ? { side: 'after', id: after } : null;
}

async function search(shopId: number, text: string): Promise<MemberPage> {
  return { members: await findMembers(pool(), shopId, text), hasPrevious: false, hasNext: false };
}
