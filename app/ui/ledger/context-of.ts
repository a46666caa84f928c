import type { Language } from '#app/core/values/languages.ts';
import { cardKeyOf } from '#app/core/values/units.ts';
import type { MemberData } from '../members/member/member-data.ts';
import type { ExplainContext } from '../orders/explain-order.ts';

/** The words for amounts of a unit on a member's page. */
export function contextOf(unit: string, data: MemberData, language: Language): ExplainContext {
  const { names, currency, cards } = data;
  const key = cardKeyOf(unit);
  const cardTitle =
    key === null ? undefined : (cards.find((card) => card.key === key)?.title[language] ?? key);
  return { language, currency, names, unit, cardTitle };
}
