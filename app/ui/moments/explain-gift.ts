// The "why" of a gift: which year it is for, when it came and why then. What the ledger keeps says nothing of the date of birth.
import type { GiftExplanation } from '#app/core/moments/gift-explanation.ts';
import { addDays, dayIn } from '#app/core/values/days.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { SaidEntry } from '../ledger/said-entry.ts';
import type { MemberData } from '../members/member/member-data.ts';
import type { Explained } from '../orders/explain-order.ts';
import { formatDay, formatNumber, pluralForm } from '../values/format.ts';

/** Of a late birthday the page knows when the day was told. */
export function explainGiftEntry(why: GiftExplanation, { amount, context, data }: SaidEntry): Explained {
  const { summary, reasons } = explainGift(why, amount, context.language);
  const told = toldOn(why, data);
  if (told === null) return { summary, reasons };
  const { birthdays, ledger } = textsOf(context.language);
  const on = birthdays.entry.on(formatDay(why.on, context.language));
  const because = ledger.told(formatDay(told, context.language));
  return { summary, reasons: [`${on} ${because}`, ...reasons.slice(1)] };
}

/** The day within the gift's days on which a birthday was last told before it was given; null where that isn't why it was late. */
function toldOn({ occasion, late, on, until, daysBefore, daysAfter }: GiftExplanation, data: MemberData) {
  if (occasion !== 'birthday' || !late) return null;
  const from = addDays(until, -(daysBefore + daysAfter));
  const days = data.birthday.log
    .filter(({ date }) => date !== null)
    .map(({ madeAt }) => dayIn(data.timeZone, new Date(madeAt)))
    .filter((day) => day > from && day <= on);
  return days.sort().at(-1) ?? null;
}

/** @param amount in words, with its sign */
export function explainGift(why: GiftExplanation, amount: string, language: Language): Explained {
  const { birthdays, explain } = textsOf(language);
  const { entry: say } = birthdays;
  const version = explain.underVersion(formatNumber(why.version, language));
  return {
    // A year is no number to be grouped.
    summary: say[why.occasion](String(why.year), amount),
    reasons: [given(why, language), say.until(formatDay(why.until, language)), version],
  };
}

function given({ occasion, on, late, daysBefore }: GiftExplanation, language: Language): string {
  const { entry: say } = textsOf(language).birthdays;
  const day = formatDay(on, language);
  if (late) return say.late[occasion](day);
  if (daysBefore === 0) return say.onTheDay(day);
  return say.onFirstDay(day, formatNumber(daysBefore, language), pluralForm(daysBefore, language));
}
