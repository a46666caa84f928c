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
import { askCustomersCalled, type CustomersCalled } from './ask-customers-called.ts';

/** `q` searches, and then there is one page; else `before` and `after` are ids of members. */
export type WantedMembers = {
  filter: MemberFilter;
  q: string;
  after: string | null;
  before: string | null;
};

/** How the search went at Shopify, which alone knows names. */
export type SearchByName = Pick<CustomersCalled, 'byName' | 'names' | 'more'>;

export type ReadMembers = MemberPage & {
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
    wanted.q === '' ? listed(shopId, wanted) : search(shop, wanted.q),
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

type Found = MemberPage & Pick<ReadMembers, 'search'>;

async function listed(shopId: number, wanted: WantedMembers): Promise<Found> {
  return { ...(await memberPage(pool(), shopId, wanted.filter, cursorOf(wanted))), search: null };
}

/** Numbers are nobody's name: for those Shopify isn't asked. */
const NUMBER = /^#?\d+$/;

async function search({ id, domain }: { id: number; domain: string }, text: string): Promise<Found> {
  const called = NUMBER.test(text) ? null : await askCustomersCalled(domain, text);
  const members = await findMembers(pool(), id, text, called?.customerIds);
  return { members, hasPrevious: false, hasNext: false, search: called && kept(called) };
}

const kept = ({ byName, names, more }: CustomersCalled): SearchByName => ({ byName, names, more });
