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
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';

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
  /** Customers who wait for a copy of their data. */
  openRequests: number;
};

export async function readMembers(shopId: number, wanted: WantedMembers): Promise<ReadMembers> {
  const [page, program, requests, any] = await Promise.all([
    wanted.q === '' ? memberPage(pool(), shopId, wanted.filter, cursorOf(wanted)) : search(shopId, wanted.q),
    shopProgram(pool(), shopId),
    openRequests(pool(), shopId, ['data'], 100),
    hasMembers(pool(), shopId),
  ]);
  const cards = program ? publishedVersion(program).rules.cards : [];
  return {
    ...page,
    any,
    cards: cards.map(({ key, title, size }) => ({ key, title, size })),
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
