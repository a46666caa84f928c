// Stamp cards as the merchant types them.
import { z } from 'zod';
import { PLAIN_CARD, type StampCard } from '../program/card-rules.ts';
import { amountText } from '../values/amount-text.ts';
import { byLanguage, inEachLanguage } from '../values/languages.ts';
import { picked, pickedOf, type FormWording } from './picked.ts';
import { nounText } from './typed-noun.ts';

const text = z.string().max(1_000);
/** A stamp of a card that says none. */
export const PLAIN_SHAPE = 'tick';
const cardForm = z.object({
  /** Empty for a card that was never saved. */
  key: text,
  title: inEachLanguage(text),
  /** "coffee / coffees", in each language; both are missing in what a page of an older version sends, and stay as they are. */
  noun: inEachLanguage(text).optional(),
  shape: text.optional(),
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

export const cardsForm = z.array(cardForm).max(100);

export function formOfCards(
  cards: readonly StampCard[],
  { currency, titles, gone }: FormWording,
): CardForm[] {
  return cards.map((card) => ({
    key: card.key,
    title: { ...card.title },
    noun: byLanguage((language) => (card.noun ? nounText(card.noun[language]) : '')),
    shape: card.shape ?? PLAIN_SHAPE,
    size: String(card.size),
    all: card.products.all,
    products: pickedOf(card.products.productIds, titles.products, gone),
    collections: pickedOf(card.products.collectionIds, titles.collections, gone),
    withTags: card.products.withTags,
    withoutTags: card.products.withoutTags,
    maxPrice: card.maxPriceMinor === null ? '' : amountText(card.maxPriceMinor, currency),
    startsOn: card.startsOn ?? '',
    endsOn: card.endsOn ?? '',
    combinesWith: card.combinesWith,
  }));
}

/** A card that the merchant adds. */
export function emptyCard(title: StampCard['title']): CardForm {
  return {
    key: '',
    title,
    noun: byLanguage(() => ''),
    shape: PLAIN_SHAPE,
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
