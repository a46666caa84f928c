// Tags that customers bear at Shopify for as long as something holds, each switched on apart.
import type { MemberProjection } from '../storefront/projection.ts';

/** In the order of the alphabet, in which they are stored. */
export const MEMBER_TAGS = ['sixth-free-item', 'sixth-reward-ready'] as const;
/** A tag's own text, for ever: merchants' workflows name it. */
export type MemberTag = (typeof MEMBER_TAGS)[number];

const BEARS: Readonly<Record<MemberTag, (shown: MemberProjection) => boolean>> = {
  'sixth-free-item': ({ cards }) => cards.some(({ free }) => free > 0),
  'sixth-reward-ready': ({ vouchers = [] }) => vouchers.some(({ state }) => state === 'held'),
};

/** Whoever is left out bears none. */
export function memberTags(shown: MemberProjection, on: readonly MemberTag[]): MemberTag[] {
  return shown.blocked ? [] : MEMBER_TAGS.filter((tag) => on.includes(tag) && BEARS[tag](shown));
}
