// What the storefront sees of one member.
import type { BirthdayProjection, GiftProjection, MemberProjection } from './projection.ts';
import type { StampCard } from './program-rules.ts';
import { cardState } from './stamps/card-state.ts';

export type MemberState = {
  /** Signed: below zero is owed. */
  points: number;
  pendingPoints: number;
  blocked: boolean;
  rev: number;
  gifts: readonly GiftProjection[];
  birthday: BirthdayProjection | null;
  cards: readonly { key: string; stamps: number; coming: number; size: number }[];
};

/** Cards in the program's order; a card that the program no longer runs is left out. */
export function projectMember(member: MemberState, cards: readonly StampCard[]): MemberProjection {
  const projected = cards.flatMap((card) => {
    const own = member.cards.find(({ key }) => key === card.key);
    if (!own) return [];
    const { have, free } = cardState(own.stamps, own.size);
    return [{ key: card.key, title: card.title, have, size: own.size, free, coming: own.coming }];
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
