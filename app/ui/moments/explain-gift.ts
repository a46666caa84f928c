// The "why" of a gift: which year it is for, when it came and why then. What the ledger keeps says nothing of the date of birth.
import type { GiftExplanation } from '#app/core/moments/gift-explanation.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { SaidEntry } from '../ledger/said-entry.ts';
import type { Explained } from '../orders/explain-order.ts';
import { formatDay, formatNumber, pluralForm } from '../values/format.ts';

export function explainGiftEntry(why: GiftExplanation, { amount, context }: SaidEntry): Explained {
  return explainGift(why, amount, context.language);
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

function given({ on, late, daysBefore }: GiftExplanation, language: Language): string {
  const { entry: say } = textsOf(language).birthdays;
  const day = formatDay(on, language);
  if (late) return say.late(day);
  if (daysBefore === 0) return say.onTheDay(day);
  return say.onFirstDay(day, formatNumber(daysBefore, language), pluralForm(daysBefore, language));
}
