// What the storefront sees of one member.
import type { BirthdayProjection, GiftProjection, MemberProjection, StampsProjection } from './projection.ts';
import type { StampCard } from '../program/card-rules.ts';
import { cardState } from '../stamps/card-state.ts';

export type MemberState = {
  /** Signed: below zero is owed. */
  points: number;
  pendingPoints: number;
  blocked: boolean;
  rev: number;
  gifts: readonly GiftProjection[];
  birthday: BirthdayProjection | null;
  cards: readonly CardOfMember[];
};

/** Stamps are signed. Of an ended card the free unit was taken: the next order starts a new one. */
type CardOfMember = { key: string; stamps: number; coming: number; size: number; ended?: boolean };

/** The size that the member's next cart goes by. */
function sizeNow(own: CardOfMember, published: StampCard): number {
  return own.ended ? published.size : own.size;
}

/** Cards in the program's order; a card that the program no longer runs is left out. */
export function projectMember(member: MemberState, cards: readonly StampCard[]): MemberProjection {
  const projected = cards.flatMap((card) => {
    const own = member.cards.find(({ key }) => key === card.key);
    if (!own) return [];
    const size = sizeNow(own, card);
    const { have, free } = cardState(own.stamps, size);
    const { owed } = cardState(own.stamps + own.coming, size);
    const { stamps, coming } = own;
    return [{ key: card.key, title: card.title, have, size, free, coming, stamps, owed }];
  });
  return {
    v: 1,
    points: Math.max(0, member.points),
    pending: member.pendingPoints,
    owed: Math.max(0, -member.points),
    cards: projected,
    gifts: [...member.gifts],
    birthday: member.birthday,
    blocked: member.blocked,
    rev: member.rev,
  };
}

/** What the discount function reads of a member, by the program's cards. */
export function projectStamps(
  { cards: own, blocked }: Pick<MemberState, 'cards' | 'blocked'>,
  cards: readonly StampCard[],
): StampsProjection {
  const stamps = cards.flatMap((card) => {
    const held = own.find(({ key }) => key === card.key);
    return held ? [[card.key, [held.stamps, sizeNow(held, card)]] as const] : [];
  });
  return { v: 1, cards: Object.fromEntries(stamps) as StampsProjection['cards'], blocked };
}
