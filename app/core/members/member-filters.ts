// The filters by which a merchant narrows down the list of members.

export const MEMBER_FILTERS = ['all', 'full', 'owing', 'pending', 'blocked'] as const;
export type MemberFilter = (typeof MEMBER_FILTERS)[number];
