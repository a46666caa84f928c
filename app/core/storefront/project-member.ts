// One member as the storefront sees them, part by part: one line a feature, in the order in which it is written.
import { projectChoices, type ChoicesState } from './project-choices.ts';
import { projectMoments, type MomentsState } from '../moments/project-moments.ts';
import type { StampCard } from '../program/card-rules.ts';
import { projectCards, type CardsState } from './project-cards.ts';
import { projectToldDates, type StoredDates } from './project-life-dates.ts';
import { projectNote, type NoteState } from './project-note.ts';
import { projectOrders, type OrdersState } from './project-order-bars.ts';
import { projectPoints, type PointsState } from './project-points.ts';
import { projectVouchers, type VouchersState } from './project-rewards.ts';
import { projectRewardNews, type RewardNewsState } from './project-reward-news.ts';
import { projectSaved, type SavedState } from './project-saved.ts';
import type { MemberProjection } from './projection.ts';

export type MemberState = PointsState &
  CardsState &
  MomentsState &
  ChoicesState &
  VouchersState &
  RewardNewsState &
  SavedState &
  OrdersState &
  NoteState & { lifeDates?: StoredDates } & { blocked: boolean; isLeft?: boolean; rev: number };

/** All that is told of whoever left the program. */
const NOTHING: Omit<MemberProjection, 'rev'> = {
  v: 1,
  ...projectPoints({ points: 0, pendingPoints: 0 }),
  ...projectCards({ cards: [] }, []),
  gifts: [],
  birthday: null,
  blocked: true,
  left: true,
};

export function projectMember(member: MemberState, cards: readonly StampCard[]): MemberProjection {
  const { rev } = member;
  if (member.isLeft) return { ...NOTHING, rev };
  return {
    v: 1,
    ...projectPoints(member),
    ...projectCards(member, cards),
    ...projectMoments(member),
    ...projectChoices(member),
    ...projectToldDates(member),
    ...projectOrders(member),
    ...projectVouchers(member),
    ...projectRewardNews(member),
    ...projectSaved(member),
    ...projectNote(member),
    blocked: member.blocked,
    rev: member.rev,
  };
}
