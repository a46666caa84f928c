// The changes between the stamp cards of two programs, a line each.
import { cardChanges, type CardChange } from '#app/core/editing/card-changes.ts';
import { nounText } from '#app/core/editing/typed-noun.ts';
import type { StampCard } from '#app/core/program/card-rules.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatMoney, formatNumber } from '#app/ui/values/format.ts';
import type { ChangeLine } from '../editing/change-line.ts';
import { daysInWords, notCombined, productsInWords, type Wording } from './card-terms.ts';

export function cardChangesInShort(
  before: ProgramRules,
  after: ProgramRules,
  wording: Wording,
): ChangeLine[] {
  const { language } = wording;
  const { overview } = textsOf(language);
  const order = ({ cards }: ProgramRules) => cards.map(({ title }) => title[language]).join(', ');
  return cardChanges(before.cards, after.cards).map((change): ChangeLine => {
    if (change.kind === 'card-order') {
      return { what: overview.orderOfCards, before: null, after: order(after) };
    }
    return lineOf(change, cardOf(before, change.key), cardOf(after, change.key), wording);
  });
}

function cardOf({ cards }: ProgramRules, key: string): StampCard | null {
  return cards.find((card) => card.key === key) ?? null;
}

function lineOf(
  { kind }: Extract<CardChange, { key: string }>,
  before: StampCard | null,
  after: StampCard | null,
  wording: Wording,
): ChangeLine {
  const { language } = wording;
  const { overview } = textsOf(language);
  const title = (after ?? before)?.title[language] ?? '';
  if (kind === 'card-added') return { what: title, before: null, after: overview.added };
  if (kind === 'card-ended' || !before || !after) return { what: title, before: null, after: overview.ends };
  const value = (card: StampCard) => valueOf(kind, card, wording);
  const what = overview.cardParts[kind](title);
  return { what, before: value(before), after: kind === 'card-size' ? stamps(after, wording) : value(after) };
}

type Kept = Exclude<Extract<CardChange, { key: string }>['kind'], 'card-added' | 'card-ended'>;

/** "5 → 6 stamps": the unit stands once, behind the number after. */
function stamps({ size }: StampCard, { language }: Wording): string {
  return textsOf(language).overview.stamps(formatNumber(size, language));
}

function valueOf(kind: Kept, card: StampCard, wording: Wording): string {
  const { language, currency } = wording;
  const { overview } = textsOf(language);
  switch (kind) {
    case 'card-title':
      return overview.quoted(card.title[language]);
    case 'card-noun':
      return card.noun ? nounText(card.noun[language]) : overview.plainNoun;
    case 'card-shape':
      return overview.shapes[card.shape ?? 'tick'];
    case 'card-size':
      return formatNumber(card.size, language);
    case 'card-products':
      return productsOf(card, wording);
    case 'card-ceiling':
      return card.maxPriceMinor === null
        ? overview.anyPrice
        : formatMoney(card.maxPriceMinor, currency, language);
    case 'card-days':
      return daysInWords(card, language) || overview.everyDay;
    case 'card-combination': {
      const alone = notCombined(card, language);
      return alone === null ? overview.allDiscounts : overview.notWith(alone);
    }
  }
}

function productsOf({ products }: StampCard, wording: Wording): string {
  const what = productsInWords(products, wording);
  if (products.withoutTags.length === 0) return what;
  const { overview } = textsOf(wording.language);
  return overview.without(what, products.withoutTags.map(overview.quoted).join(', '));
}
