// The parts of a card's sentence: what it counts, up to which price, on which days, beside which discounts.
import type { Titles } from '#app/core/editing/picked.ts';
import type { Language } from '#app/core/values/languages.ts';
import type { StampCard } from '#app/core/program/card-rules.ts';
import { namesProducts } from '#app/core/program/names-products.ts';
import type { PluralForm } from '#app/locales/plural.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatDay, formatMoney, formatNumber, pluralForm } from '#app/ui/values/format.ts';

export type Wording = { language: Language; currency: string; titles: Titles };

/** "6th", "6ᵉ". */
export function ordinalInWords(number: number, language: Language): string {
  const form = new Intl.PluralRules(language, { type: 'ordinal' }).select(number);
  return textsOf(language).program.ordinal(formatNumber(number, language), form);
}

/** More names than these are counted instead. */
const MOST_NAMES = 3;

/** "Products tagged “sale” don’t count."; empty where none is excluded. */
export function exceptInWords({ products: { withoutTags } }: StampCard, language: Language): string {
  return withoutTags.length === 0 ? '' : textsOf(language).cards.except(tagsInWords(withoutTags, language));
}

export function tagsInWords(tags: readonly string[], language: Language): string {
  const { cards } = textsOf(language);
  return either(tags.map(cards.quoted), language);
}

const either = (items: readonly string[], language: Language): string =>
  new Intl.ListFormat(language, { type: 'disjunction' }).format(items);

/** "Kenya or products tagged “tea”". */
export function productsInWords(products: StampCard['products'], { language, titles }: Wording): string {
  const { program, cards } = textsOf(language);
  const { all, productIds, collectionIds, withTags } = products;
  if (all) return program.anyProduct;
  const tagged = withTags.length === 0 ? [] : [cards.tagged(tagsInWords(withTags, language))];
  const chosen = productIds.length + collectionIds.length;
  if (!namesProducts(products)) return program.noProduct;
  if (chosen > MOST_NAMES) return either([...counts(products, language), ...tagged], language);
  return either(
    [
      ...productIds.map((id) => titles.products[id] ?? program.goneProduct),
      ...collectionIds.map((id) => program.collectionNamed(titles.collections[id] ?? program.goneProduct)),
      ...tagged,
    ],
    language,
  );
}

/** "“Coffee” or “Beans”"; null where a card counts anything but a few whole collections. */
export function collectionsInWords(
  { all, productIds, collectionIds, withTags }: StampCard['products'],
  { language, titles }: Wording,
): string | null {
  const others = productIds.length + withTags.length;
  if (all || others > 0 || collectionIds.length > MOST_NAMES) return null;
  const known = collectionIds.flatMap((id) => titles.collections[id] ?? []);
  if (known.length < collectionIds.length) return null;
  return either(known.map(textsOf(language).cards.quoted), language);
}

function counts({ productIds, collectionIds }: StampCard['products'], language: Language): string[] {
  const { program } = textsOf(language);
  const count = (ids: readonly string[], words: (count: string, form: PluralForm) => string) =>
    ids.length === 0 ? [] : [words(formatNumber(ids.length, language), pluralForm(ids.length, language))];
  return [...count(productIds, program.productCount), ...count(collectionIds, program.collectionCount)];
}

/** "The free item costs €5.00 at most."; empty where any price will do. */
export function ceilingInWords({ maxPriceMinor }: StampCard, { currency, language }: Wording): string {
  if (maxPriceMinor === null) return '';
  return textsOf(language).cards.ceiling(formatMoney(maxPriceMinor, currency, language));
}

/** "from 1 May 2026 until 31 May 2026"; empty for a card without first and last day. */
export function daysInWords(
  { startsOn, endsOn }: Pick<StampCard, 'startsOn' | 'endsOn'>,
  language: Language,
): string {
  const { cards } = textsOf(language);
  const day = (on: string) => formatDay(on, language);
  if (startsOn !== null && endsOn !== null) return cards.between(day(startsOn), day(endsOn));
  if (startsOn !== null) return cards.from(day(startsOn));
  return endsOn === null ? '' : cards.until(day(endsOn));
}

const KINDS = ['product', 'order', 'shipping'] as const;

/** "order discounts or shipping discounts"; null where the free unit combines with all. */
export function notCombined(
  { combinesWith }: Pick<StampCard, 'combinesWith'>,
  language: Language,
): string | null {
  const { cards } = textsOf(language);
  const alone = KINDS.filter((kind) => !combinesWith[kind]).map((kind) => cards.combination[kind]);
  return alone.length === 0 ? null : either(alone, language);
}

export function aloneInWords(card: StampCard, language: Language): string {
  const alone = notCombined(card, language);
  return alone === null ? '' : textsOf(language).cards.alone(alone);
}
