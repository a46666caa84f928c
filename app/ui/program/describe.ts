// The rules and their differences as sentences, in the merchant's language.
import type { ProgramChange } from '#app/core/program-changes.ts';
import { programChanges } from '#app/core/program-changes.ts';
import type { Language, ProgramRules, StampCard } from '#app/core/program-rules.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatMoney, formatNumber, isOne } from '#app/ui/format.ts';
import type { Titles } from '#app/core/program-form.ts';
import { occasionChangeInWords } from './describe-occasion.ts';

export type Wording = { language: Language; currency: string; titles: Titles };

/** "1 point for every €1.00 spent." */
export function earnSentence({ earn, names }: ProgramRules, { language, currency }: Wording): string {
  const name = isOne(earn.points, language) ? names[language].one : names[language].other;
  const points = `${formatNumber(earn.points, language)} ${name}`;
  return textsOf(language).program.earnSentence(points, formatMoney(earn.perMinor, currency, language));
}

/** "Buy 5 of any product, and the 6th is free." */
export function cardSentence(card: StampCard, wording: Wording): string {
  const { language } = wording;
  const { program } = textsOf(language);
  const form = new Intl.PluralRules(language, { type: 'ordinal' }).select(card.size + 1);
  const free = program.ordinal(formatNumber(card.size + 1, language), form);
  return program.cardSentence(
    formatNumber(card.size, language),
    productsInWords(card.products, wording),
    free,
  );
}

/** More names than these are counted instead. */
const MOST_NAMES = 3;

function productsInWords(products: StampCard['products'], { language, titles }: Wording): string {
  const { program } = textsOf(language);
  const { all, productIds, collectionIds } = products;
  if (all) return program.anyProduct;
  if (productIds.length + collectionIds.length === 0) return program.noProduct;
  const list = new Intl.ListFormat(language, { type: 'disjunction' });
  if (productIds.length + collectionIds.length > MOST_NAMES) return list.format(counts(products, language));
  return list.format([
    ...productIds.map((id) => titles.products[id] ?? program.goneProduct),
    ...collectionIds.map((id) => program.collectionNamed(titles.collections[id] ?? program.goneProduct)),
  ]);
}

function counts({ productIds, collectionIds }: StampCard['products'], language: Language): string[] {
  const { program } = textsOf(language);
  const count = (ids: readonly string[], words: (count: string, one: boolean) => string) =>
    ids.length === 0 ? [] : [words(formatNumber(ids.length, language), isOne(ids.length, language))];
  return [...count(productIds, program.productCount), ...count(collectionIds, program.collectionCount)];
}

/** One sentence per difference; none when both mean the same. */
export function changesInWords(before: ProgramRules, after: ProgramRules, wording: Wording): string[] {
  return programChanges(before, after).map((change) => changeInWords(change, before, after, wording));
}

function changeInWords(
  change: ProgramChange,
  before: ProgramRules,
  after: ProgramRules,
  wording: Wording,
): string {
  const { change: say } = textsOf(wording.language).program;
  switch (change.kind) {
    case 'earn':
      return say.earn(earnSentence(after, wording), earnSentence(before, wording));
    case 'names':
      return say.names(after.names.en.other, after.names.fr.other);
    case 'left-out-tags':
      return after.leftOutTags.length > 0 ? say.tags(after.leftOutTags.join(', ')) : say.noTags;
    case 'card-order':
      return say.cardOrder(after.cards.map(({ title }) => title[wording.language]).join(', '));
    case 'counts':
      return countsInWords(change.setting, after.counts, wording.language);
    case 'occasion-added':
    case 'occasion-ended':
    case 'occasion-changed':
      return occasionChangeInWords(change, before, after, wording);
    case 'card-added':
    case 'card-ended':
    case 'card-title':
    case 'card-size':
    case 'card-products':
      return cardChangeInWords(change, cardOf(before, change.key), cardOf(after, change.key), wording);
  }
}

function cardOf({ cards }: ProgramRules, key: string): StampCard | null {
  return cards.find((card) => card.key === key) ?? null;
}

function countsInWords(
  setting: keyof ProgramRules['counts'],
  counts: ProgramRules['counts'],
  language: Language,
): string {
  const { change: say } = textsOf(language).program;
  if (setting === 'tax') return counts.tax === 'without' ? say.taxWithout : say.taxAsShown;
  return counts[setting] ? say.counted(say[setting]) : say.notCounted(say[setting]);
}

type CardChange = Extract<ProgramChange, { key: string }>;

function cardChangeInWords(
  { kind }: CardChange,
  before: StampCard | null,
  after: StampCard | null,
  wording: Wording,
): string {
  const { language } = wording;
  const { change: say } = textsOf(language).program;
  const title = (card: StampCard | null) => card?.title[language] ?? '';
  const both = (card: StampCard | null) => (card ? `${card.title.en} / ${card.title.fr}` : '');
  const what = (card: StampCard | null) => (card ? productsInWords(card.products, wording) : '');
  const size = (card: StampCard | null) => formatNumber(card?.size ?? 0, language);
  switch (kind) {
    case 'card-added':
      return say.cardAdded(title(after), after ? cardSentence(after, wording) : '');
    case 'card-ended':
      return say.cardEnded(title(before));
    case 'card-title':
      return title(before) === title(after)
        ? say.cardTitle(both(before), both(after))
        : say.cardTitle(title(before), title(after));
    case 'card-size':
      return say.cardSize(title(after), size(after), size(before));
    case 'card-products':
      return say.cardProducts(title(after), what(after), what(before));
  }
}
