import type { Language } from '#app/core/values/languages.ts';
import { cardKeyOf } from '#app/core/values/units.ts';
import type { MemberData } from '../members/member/member-data.ts';

/** Its key, where the program no longer runs it. */
export function cardTitle(cardKey: string, { cards }: MemberData, language: Language): string {
  return cards.find(({ key }) => key === cardKey)?.title[language] ?? cardKey;
}

/** Whether stamps must say of which card they are. */
export function hasSeveralCards({ member, cards, entries }: MemberData): boolean {
  const keys = [...member.cards, ...cards].map(({ key }) => key);
  return new Set([...keys, ...entries.flatMap(({ unit }) => cardKeyOf(unit) ?? [])]).size > 1;
}
