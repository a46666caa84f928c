// A page of the members' list, or whoever a search finds.
import type { MemberFilter, MemberSort } from '#app/core/members/member-filters.ts';
import type { StampCard } from '#app/core/program/card-rules.ts';
import {
  countMembers,
  findMembers,
  hasMembers,
  memberPage,
  type MemberCursor,
  type MemberPage,
} from '#app/db/members/member-list.server.ts';
import { openRequests } from '#app/db/members/people-requests.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { readPublished } from '../editing/read-published.ts';
import { askCustomersCalled, type CustomersCalled } from './ask-customers-called.ts';

/** `q` searches, and then there is one page; else `cursor` is a place in the list. */
export type WantedMembers = { filter: MemberFilter; sort: MemberSort; q: string; cursor: MemberCursor };

/** How the search went at Shopify, which alone knows names. */
export type SearchByName = Pick<CustomersCalled, 'byName' | 'names' | 'more'>;

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

export async function readMembers(
  shop: { id: number; domain: string; currency: string },
  wanted: WantedMembers,
): Promise<ReadMembers> {
  const shopId = shop.id;
  const [page, { rules, unreadable }, requests, any] = await Promise.all([
    wanted.q === '' ? listed(shopId, wanted) : search(shop, wanted),
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

async function listed(shopId: number, wanted: WantedMembers): Promise<Found> {
  const [members, count] = await Promise.all([
    memberPage(pool(), shopId, wanted),
    countMembers(pool(), shopId, wanted.filter),
  ]);
  return { ...members, count, search: null };
}

/** Numbers are nobody's name: for those Shopify isn't asked. */
const NUMBER = /^#?\d+$/;

async function search({ id, domain }: { id: number; domain: string }, wanted: WantedMembers): Promise<Found> {
  const { q, filter, sort } = wanted;
  const called = NUMBER.test(q) ? null : await askCustomersCalled(domain, q);
  const customerIds = called?.customerIds ?? [];
  const members = await findMembers(pool(), id, q, { customerIds, filter, sort });
  const one = { hasPrevious: false, hasNext: false, count: members.length };
  return { members, ...one, search: called && kept(called) };
}

const kept = ({ byName, names, more }: CustomersCalled): SearchByName => ({ byName, names, more });
