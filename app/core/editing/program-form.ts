// The program's rules as the merchant types them: text, so that what was typed is never lost, whatever it was.
import { z } from 'zod';
import { currencyExponent } from '../values/money.ts';
import { formOfMoments, momentsForm } from '../moments/moment-form.ts';
import { inEachLanguage } from '../values/languages.ts';
import type { ProgramRules } from '../program/program-rules.ts';
import { PLAIN_CARD, type StampCard } from '../program/card-rules.ts';

const picked = z.object({ id: z.string().regex(/^\d{1,19}$/), title: z.string().max(1_000) });
/** A product or collection: the title is for people only. */
export type Picked = z.infer<typeof picked>;

const text = z.string().max(1_000);
const cardForm = z.object({
  /** Empty for a card that was never saved. */
  key: text,
  title: inEachLanguage(text),
  size: text,
  all: z.boolean(),
  products: z.array(picked).max(1_000),
  collections: z.array(picked).max(1_000),
  withTags: z.array(text).max(100),
  withoutTags: z.array(text).max(100),
  /** In the currency's major unit; empty: any price. */
  maxPrice: text,
  /** `YYYY-MM-DD`; empty: open. */
  startsOn: text,
  endsOn: text,
  combinesWith: z.object({ product: z.boolean(), order: z.boolean(), shipping: z.boolean() }),
});
export type CardForm = z.infer<typeof cardForm>;

/** What the page sends. */
export const programForm = z.object({
  points: text,
  /** In the currency's major unit, as people write money. */
  perAmount: text,
  cards: z.array(cardForm).max(100),
  occasions: momentsForm,
});
export type ProgramForm = z.infer<typeof programForm>;

/** Titles by id, of what a program names. */
export type Titles = {
  products: Readonly<Record<string, string>>;
  collections: Readonly<Record<string, string>>;
};

/** `1250` EUR → `12.50`: digits and a point, which every browser's field takes. */
function majorText(minor: number, currency: string): string {
  const exponent = currencyExponent(currency);
  const digits = String(minor).padStart(exponent + 1, '0');
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** What the form shows of rules; `gone` is said in place of a title that Shopify doesn't tell. */
export function formOfRules(
  rules: ProgramRules,
  currency: string,
  titles: Titles,
  gone: string,
): ProgramForm {
  const pick = (ids: readonly string[], known: Readonly<Record<string, string>>): Picked[] =>
    ids.map((id) => ({ id, title: known[id] ?? gone }));
  return {
    points: String(rules.earn.points),
    perAmount: majorText(rules.earn.perMinor, currency),
    cards: rules.cards.map((card) => ({
      key: card.key,
      title: { ...card.title },
      size: String(card.size),
      all: card.products.all,
      products: pick(card.products.productIds, titles.products),
      collections: pick(card.products.collectionIds, titles.collections),
      withTags: card.products.withTags,
      withoutTags: card.products.withoutTags,
      maxPrice: card.maxPriceMinor === null ? '' : majorText(card.maxPriceMinor, currency),
      startsOn: card.startsOn ?? '',
      endsOn: card.endsOn ?? '',
      combinesWith: card.combinesWith,
    })),
    occasions: formOfMoments(rules.occasions),
  };
}

/** A card that the merchant adds. */
export function emptyCard(title: StampCard['title']): CardForm {
  return {
    key: '',
    title,
    size: '5',
    all: false,
    products: [],
    collections: [],
    withTags: [],
    withoutTags: [],
    maxPrice: '',
    startsOn: '',
    endsOn: '',
    combinesWith: PLAIN_CARD.combinesWith,
  };
}
