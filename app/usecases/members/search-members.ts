// Members by what a merchant types: a customer's or an order's number, an order's name, or a person's name or e-mail, which
// Shopify looks for.
import type { MemberFilter, MemberSort } from '#app/core/members/member-filters.ts';
import { findMembers, type ListedMember } from '#app/db/members/member-list.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { askCustomersCalled, type CustomersCalled } from './ask-customers-called.ts';

/** How the search went at Shopify, which alone knows names. */
export type SearchByName = Pick<CustomersCalled, 'byName' | 'names' | 'more'>;

/** `search` is null where nothing was searched by name. */
export type FoundMembers = { members: ListedMember[]; search: SearchByName | null };

type Narrowed = { filter?: MemberFilter; since?: Date | null; sort?: MemberSort };

/** Numbers are nobody's name: for those Shopify isn't asked. */
const NUMBER = /^#?\d+$/;

export async function searchMembers(
  shop: { id: number; domain: string },
  q: string,
  narrowed: Narrowed = {},
): Promise<FoundMembers> {
  const called = NUMBER.test(q) ? null : await askCustomersCalled(shop.domain, q);
  const customerIds = called?.customerIds ?? [];
  const members = await findMembers(pool(), shop.id, q, { ...narrowed, customerIds });
  return { members, search: called && kept(called) };
}

const kept = ({ byName, names, more }: CustomersCalled): SearchByName => ({ byName, names, more });
