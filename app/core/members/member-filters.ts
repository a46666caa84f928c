// The filters by which a merchant narrows down the list of members, and what it can be sorted by.

export const MEMBER_FILTERS = [
  'all',
  'full',
  /** With two or more orders that brought something: whom the home page counts as having come back. */
  'returned',
  /** Who was given a free item, since a day where the address has one: of whom the home page counts the items. */
  'freed',
  'owing',
  'pending',
  'blocked',
  /** Who left the program themselves. */
  'left',
  'birthday',
] as const;
export type MemberFilter = (typeof MEMBER_FILTERS)[number];

/** By when they joined, their points, or when their last order was placed, in the form in which Polaris writes a sort. */
export const MEMBER_SORTS = [
  'joined desc',
  'joined asc',
  'ordered desc',
  'ordered asc',
  'points desc',
  'points asc',
] as const;
export type MemberSort = (typeof MEMBER_SORTS)[number];

export const NEWEST_FIRST: MemberSort = 'joined desc';

/** Names of so many come with a file: Shopify's smallest bucket tells them within half a minute. */
export const MOST_NAMED_MEMBERS = 2_500;

/** Beyond this the list says "more than". */
export const MOST_COUNTED_MEMBERS = 10_000;

/** Where more ordered in a time, nobody says who ordered most. */
export const MOST_RANKED_MEMBERS = 10_000;

export const TOP_MEMBERS = 3;
