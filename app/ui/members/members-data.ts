// The data of the list of members.
import type { MemberFilter, MemberSort } from '#app/core/members/member-filters.ts';
import type { CardOfMember, TitledCard } from '../stamps/card-summary.ts';

export type MemberRow = {
  id: string;
  customerId: string;
  points: number;
  pendingPoints: number;
  blocked: boolean;
  left: boolean;
  joinedAt: string;
  lastOrderAt: string | null;
  orders: number;
  /** What the list is sorted by, for the address of the pages around. */
  place: string;
  cards: CardOfMember[];
};

export type MembersData = {
  members: MemberRow[];
  hasPrevious: boolean;
  hasNext: boolean;
  /** How the search went at Shopify, which alone knows names; null where none was needed. */
  search: {
    byName: 'searched' | 'refused' | 'failed';
    names: Readonly<Record<string, string>>;
    more: boolean;
  } | null;
  /** One more than `MOST_COUNTED_MEMBERS` stands for more. */
  count: number;
  filter: MemberFilter;
  /** The day from which on the filter by free items looks; null: since ever. */
  since: string | null;
  sort: MemberSort;
  q: string;
  timeZone: string;
  /** The shop has members, whatever the filter shows. */
  any: boolean;
  cards: TitledCard[];
  unreadable: boolean;
  openRequests: number;
};
