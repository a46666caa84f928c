// "Customers tagged VIP and who bought coffee in the last 90 days": who is meant, in the merchant's words.
import type { Titles } from '#app/core/editing/picked.ts';
import type { Language } from '#app/core/values/languages.ts';
import type { Who, WhoCondition } from '#app/core/who/who.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatList, formatMonth, formatNumber, pluralForm } from '#app/ui/values/format.ts';

type Wording = { language: Language; titles: Titles };

export function describeWho(who: Who, wording: Wording): string {
  const { who: say } = textsOf(wording.language);
  return who.conditions.length === 0 ? say.everybody : say.customers(describeConditions(who, wording));
}

/** "Tagged VIP and with 3 or more orders", as part of a sentence. */
export function describeConditions({ conditions }: Who, wording: Wording): string {
  const said = conditions.map((each) => describeCondition(each, wording));
  return formatList(said, wording.language);
}

function describeCondition(condition: WhoCondition, { language, titles }: Wording): string {
  const { said } = textsOf(language).who;
  const number = (count: number) => formatNumber(count, language);
  switch (condition.kind) {
    case 'tags-in':
    case 'tags-out':
      return said[condition.kind](formatList(condition.tags, language));
    case 'first-timers':
      return said['first-timers'];
    case 'birthday-month':
      return condition.month === 0 ? said.thisMonth : said.month(formatMonth(condition.month, language));
    case 'bought': {
      const { productIds, collectionIds = [], withinDays } = condition;
      const { goneProduct, collectionNamed } = textsOf(language).program;
      const named = [
        ...productIds.map((id) => titles.products[id] ?? goneProduct),
        ...collectionIds.map((id) => collectionNamed(titles.collections[id] ?? goneProduct)),
      ];
      const products = formatList(named, language);
      if (withinDays === null) return said.bought(products);
      return said.boughtWithin(products, number(withinDays), pluralForm(withinDays, language));
    }
    case 'ordered': {
      const { withinDays } = condition;
      if (withinDays === null) return said.ordered;
      return said.orderedWithin(number(withinDays), pluralForm(withinDays, language));
    }
    case 'orders':
      return said.orders(bounds(condition, language), formOf(condition, language));
    case 'last-order':
      return said.lastOrder(bounds(condition, language), formOf(condition, language));
  }
}

type Bounds = { least: number | null; most: number | null };

/** One number, where there is but one. */
const formOf = ({ least, most }: Bounds, language: Language) =>
  pluralForm(least !== null && least === most ? least : 2, language);

function bounds({ least, most }: Bounds, language: Language): string {
  const { said } = textsOf(language).who;
  const number = (count: number) => formatNumber(count, language);
  if (least !== null && least === most) return number(least);
  if (least !== null && most !== null) return said.between(number(least), number(most));
  if (least !== null) return said.least(number(least));
  return most === null ? said.anyNumber : said.most(number(most));
}
