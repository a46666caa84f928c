// What became of a shopper's order, in sentences: what it gave first, then what comes, then what gave nothing and why, and what to do.
import type { FoundOrder, MovedAmount, OrderAnswer } from '#app/core/order-answers/order-answer.ts';
import type { OrderWhy } from '#app/core/order-answers/order-why.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { sayAmount } from './say-amount.ts';
import { sayMoney } from './say-money.ts';
import type { PointsNames } from './say-points.ts';

type Context = { language: Language; names: PointsNames; cards: ProgramRules['cards']; currency: string };

/** At least one, the first of which says it all. */
export function sayOrderAnswer(answer: OrderAnswer, context: Context): string[] {
  const { ownOrder } = textsOf(context.language);
  if (!answer.found) return [ownOrder.notFound, ownOrder.todo.find];
  return [
    gave(answer, context),
    ...moved(answer, context),
    ...whys(answer, context),
    ...todo(answer, context),
  ];
}

function gave({ name, moved: amounts, why }: FoundOrder, context: Context): string {
  const { ownOrder } = textsOf(context.language);
  const given = said(amounts, ({ given: amount }) => Math.max(0, amount), context);
  if (given !== '') return ownOrder.gave(name, given);
  return why.some((each) => each.of === 'order' && each.why === 'counting')
    ? ownOrder.counting(name)
    : ownOrder.gaveNothing(name);
}

function moved({ moved: amounts }: FoundOrder, context: Context): string[] {
  const { ownOrder } = textsOf(context.language);
  const pending = said(amounts, ({ pending: amount }) => amount, context);
  const taken = said(amounts, ({ taken: amount }) => amount, context);
  return [...(pending ? [ownOrder.coming(pending)] : []), ...(taken ? [ownOrder.took(taken)] : [])];
}

function said(amounts: readonly MovedAmount[], of: (moved: MovedAmount) => number, context: Context): string {
  const some = amounts.filter((each) => of(each) > 0);
  // A number keeps its unit beside it.
  return some.map((each) => sayAmount(of(each), each.unit, context).replace(' ', '\u00a0')).join(', ');
}

function whys({ why }: FoundOrder, context: Context): string[] {
  return why.flatMap((each) => sentenceOf(each, context) ?? []);
}

function sentenceOf(why: OrderWhy, { language, cards, currency }: Context): string | null {
  const { ownOrder } = textsOf(language);
  if (why.of === 'order') return ownOrder.order[why.why];
  if (why.of === 'points') return ownOrder.points[why.why](sayMoney(why.leastMinor, language, currency));
  // A card that is gone by now is nobody's to ask about.
  const card = cards.find(({ key }) => key === why.cardKey);
  return card ? ownOrder.card[why.why](card.title[language]) : null;
}

function todo({ why }: FoundOrder, { language }: Context): string[] {
  const { ownOrder } = textsOf(language);
  const whole = new Set(why.flatMap((each) => (each.of === 'order' ? [each.why] : [])));
  const asks = (['blocked', 'left-out', 'deleted', 'never-paid'] as const).some((each) => whole.has(each));
  return asks ? [ownOrder.todo.ask] : [];
}
