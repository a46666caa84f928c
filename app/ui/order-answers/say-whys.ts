// Why an order gave nothing, or less, and what a merchant can do: what the sum of a unit doesn't say by itself.
import type { FoundOrder } from '#app/core/order-answers/order-answer.ts';
import type { OrderWhy } from '#app/core/order-answers/order-why.ts';
import type { Localized, Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatMoney } from '../values/format.ts';

type Context = {
  language: Language;
  currency: string;
  cards: readonly { key: string; title: Localized }[];
};

export function sayWhys({ why }: FoundOrder, context: Context): string[] {
  return why.flatMap((each) => sentenceOf(each, context) ?? []);
}

/** Nothing where the sum of points says it: of lines that never count, and of orders that are worth nothing. */
function sentenceOf(why: OrderWhy, { language, currency, cards }: Context): string | null {
  const { orderAnswers: texts } = textsOf(language);
  if (why.of === 'order')
    return why.why in texts.order ? texts.order[why.why as keyof typeof texts.order] : null;
  if (why.of === 'points') {
    if (why.why === 'given-away') return texts.points['given-away'];
    return why.why === 'under-step'
      ? texts.points['under-step'](formatMoney(why.leastMinor, currency, language))
      : null;
  }
  const title = cards.find(({ key }) => key === why.cardKey)?.title[language] ?? why.cardKey;
  return texts.card[why.why](title);
}

/** Each thing to do once. */
export function sayTodo({ why }: FoundOrder, language: Language): string[] {
  const { todo } = textsOf(language).orderAnswers;
  const whole = why.flatMap((each) => (each.of === 'order' ? [each.why] : []));
  return whole.flatMap((each) => (each in todo ? [todo[each as keyof typeof todo]] : []));
}
