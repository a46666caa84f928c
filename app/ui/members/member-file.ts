// The list of members as rows of a file: numbers as numbers, days as calendars and programs sort them.
import { dayIn } from '#app/core/values/days.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { TitledCard } from '../stamps/card-summary.ts';

type Exported = {
  customerId: string;
  points: number;
  pendingPoints: number;
  cards: readonly { key: string; stamps: number }[];
  orders: number;
  lastOrderAt: Date | null;
  joinedAt: Date;
  blocked: boolean;
};
export type MemberFileRow = readonly (string | number)[];
type Context = { cards: readonly TitledCard[]; timeZone: string; language: Language };

export function memberFileHead({ cards, language }: Context): MemberFileRow {
  const { members, memberList: texts } = textsOf(language);
  return [
    texts.customerId,
    texts.name,
    members.points,
    members.pending,
    ...cards.map(({ title }) => members.stampsOf(title[language])),
    texts.orders,
    texts.lastOrder,
    members.joined,
    members.blocked,
  ];
}

export function memberFileRow(member: Exported, name: string | undefined, context: Context): MemberFileRow {
  const { memberList: texts } = textsOf(context.language);
  const { customerId, points, pendingPoints, orders, lastOrderAt, joinedAt, blocked } = member;
  const stamps = context.cards.map(({ key }) => member.cards.find((card) => card.key === key)?.stamps ?? 0);
  return [
    customerId,
    name ?? '',
    points,
    pendingPoints,
    ...stamps,
    orders,
    lastOrderAt === null ? '' : dayIn(context.timeZone, lastOrderAt),
    dayIn(context.timeZone, joinedAt),
    blocked ? texts.yes : texts.no,
  ];
}
