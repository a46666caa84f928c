// A page of the members' list, or whoever a search finds.
import type { MemberFilter, MemberSort } from '#app/core/members/member-filters.ts';
import type { StampCard } from '#app/core/program/card-rules.ts';
import {
  countMembers,
  hasMembers,
  memberPage,
  type MemberCursor,
  type MemberPage,
} from '#app/db/members/member-list.server.ts';
import { openRequests } from '#app/db/members/people-requests.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { startOfDay } from '#app/core/values/days.ts';
import { readPublished } from '../editing/read-published.ts';
import { searchMembers, type FoundMembers, type SearchByName } from './search-members.ts';

/** `q` searches, and then there is one page; else `cursor` is a place in the list. */
export type WantedMembers = {
  filter: MemberFilter;
  /** A day in the shop's calendar, for the filter by free items. */
  since: string | null;
  sort: MemberSort;
  q: string;
  cursor: MemberCursor;
};

export type ShopOfMembers = { id: number; domain: string; currency: string; timeZone: string };

export type ReadMembers = MemberPage & {
  /** How many there are, on whichever page; one more than `MOST_COUNTED_MEMBERS` stands for more. */
  count: number;
  /** Null where nothing was searched by name. */
  search: SearchByName | null;
  /** Whether the shop has a member at all. */
  any: boolean;
  /** The published ones. */
  cards: Pick<StampCard, 'key' | 'title' | 'size'>[];
  /** The rules can't be read: no card has its title. */
  unreadable: boolean;
  /** Customers who wait for a copy of their data. */
  openRequests: number;
};

export async function readMembers(shop: ShopOfMembers, wanted: WantedMembers): Promise<ReadMembers> {
  const shopId = shop.id;
  const [page, { rules, unreadable }, requests, any] = await Promise.all([
    wanted.q === '' ? listed(shop, wanted) : search(shop, wanted),
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

type Found = MemberPage & Pick<ReadMembers, 'search' | 'count'>;

/** What the list asks of the database: its day is one of the shop's calendar. */
export function whichMembers<Wanted extends Pick<WantedMembers, 'since'>>(
  shop: ShopOfMembers,
  wanted: Wanted,
) {
  return { ...wanted, since: wanted.since === null ? null : startOfDay(shop.timeZone, wanted.since) };
}

async function listed(shop: ShopOfMembers, wanted: WantedMembers): Promise<Found> {
  const which = whichMembers(shop, wanted);
  const [members, count] = await Promise.all([
    memberPage(pool(), shop.id, which),
    countMembers(pool(), shop.id, which),
  ]);
  return { ...members, count, search: null };
}

async function search(shop: ShopOfMembers, wanted: WantedMembers): Promise<Found> {
  const found: FoundMembers = await searchMembers(shop, wanted.q, whichMembers(shop, wanted));
  return { ...found, hasPrevious: false, hasNext: false, count: found.members.length };
}
