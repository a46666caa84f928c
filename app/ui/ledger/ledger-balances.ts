// The balances after an event: points where there are any, and the cards that it moved, as "3 of 5".
import { orderExplanation } from '#app/core/orders/order-explanation.ts';
import { sizeNow } from '#app/core/stamps/card-life.ts';
import type { Language } from '#app/core/values/languages.ts';
import { cardKeyOf } from '#app/core/values/units.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { EntryRow, MemberData } from '../members/member/member-data.ts';
import { formatNumber } from '../values/format.ts';
import { cardTitle, hasSeveralCards } from './ledger-cards.ts';
import { showsPoints } from './shows-points.ts';

export function balancesOf(entries: readonly EntryRow[], data: MemberData, language: Language): string[] {
  const [first] = entries;
  const points = first && showsPoints(data) ? [formatNumber(first.points, language)] : [];
  const cards = [...new Set(entries.flatMap(({ unit }) => cardKeyOf(unit) ?? []))];
  return [...points, ...cards.map((key) => cardBalance(key, entries, data, language))];
}

function cardBalance(
  cardKey: string,
  entries: readonly EntryRow[],
  data: MemberData,
  language: Language,
): string {
  const own = entries.filter(({ unit }) => cardKeyOf(unit) === cardKey);
  const state = stampsInWords(own.at(-1)?.balance ?? 0, sizeOf(cardKey, own, data), language);
  if (!hasSeveralCards(data)) return state;
  return textsOf(language).members.labelled(cardTitle(cardKey, data, language), state);
}

/** "3 of 5"; "5 of 5, and 3 more"; "−2". */
export function stampsInWords(stamps: number, size: number, language: Language): string {
  const { ledger, members } = textsOf(language);
  const number = (count: number) => formatNumber(count, language);
  if (stamps < 0) return number(stamps);
  const have = number(Math.min(stamps, size));
  if (stamps <= size) return members.cardState(have, number(size));
  return ledger.fullAndMore(have, number(size), number(stamps - size));
}

/** As the event counted it, else as the card has it now. */
function sizeOf(cardKey: string, entries: readonly EntryRow[], { member, cards }: MemberData): number {
  const said = entries.flatMap(({ explanation }) => orderExplanation.safeParse(explanation).data?.size ?? []);
  const held = member.cards.find(({ key }) => key === cardKey);
  const published = cards.find(({ key }) => key === cardKey)?.size ?? held?.size ?? 0;
  return said.find((size) => size > 0) ?? sizeNow(held, published);
}
