// The changes between the stamp cards of two programs, one sentence each.
import { cardChanges, type CardChange } from '#app/core/editing/card-changes.ts';
import type { StampCard } from '#app/core/program/card-rules.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { nounText } from '#app/core/editing/typed-noun.ts';
import { LANGUAGES, type Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatMoney, formatNumber } from '#app/ui/values/format.ts';
import { cardSentence } from './card-sentence.ts';
import { daysInWords, notCombined, productsInWords, tagsInWords, type Wording } from './card-terms.ts';

export function cardChangesInWords(before: ProgramRules, after: ProgramRules, wording: Wording): string[] {
  const { change: say } = textsOf(wording.language).program;
  return cardChanges(before.cards, after.cards).map((change) => {
    if (change.kind === 'card-order')
      return say.cardOrder(after.cards.map(({ title }) => title[wording.language]).join(', '));
    return changeInWords(change, cardOf(before, change.key), cardOf(after, change.key), wording);
  });
}

function cardOf({ cards }: ProgramRules, key: string): StampCard | null {
  return cards.find((card) => card.key === key) ?? null;
}

function changeInWords(
  { kind }: Extract<CardChange, { key: string }>,
  before: StampCard | null,
  after: StampCard | null,
  wording: Wording,
): string {
  const { language } = wording;
  const { program, overview } = textsOf(language);
  const { change: say } = program;
  const title = (card: StampCard | null) => card?.title[language] ?? '';
  const both = (card: StampCard | null) =>
    card ? LANGUAGES.map((each) => card.title[each]).join(' / ') : '';
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
    case 'card-noun':
      return overview.nounIs(title(after), nounOf(after, language));
    case 'card-shape':
      return overview.shapeIs(title(after), overview.shapes[after?.shape ?? 'tick']);
    case 'card-size':
      return isSmaller(before, after)
        ? say.cardSmaller(title(after), size(after), size(before))
        : say.cardSize(title(after), size(after), size(before));
    case 'card-products':
      return before && after ? productChangeInWords(before, after, wording) : '';
    case 'card-ceiling':
    case 'card-days':
    case 'card-combination':
      return after ? termChangeInWords(kind, after, wording) : '';
  }
}

/** What it counts, and what it doesn't, each where it changed. */
function productChangeInWords(before: StampCard, after: StampCard, wording: Wording): string {
  const { change: say } = textsOf(wording.language).program;
  const title = after.title[wording.language];
  const what = ({ products }: StampCard) => productsInWords(products, wording);
  const counts = say.cardProducts(title, what(after), what(before));
  const without = withoutInWords(after, title, wording.language);
  if (without === withoutInWords(before, title, wording.language)) return counts;
  return what(before) === what(after) ? without : `${counts} ${without}`;
}

function withoutInWords({ products }: StampCard, title: string, language: Language): string {
  const { change: say } = textsOf(language).program;
  const { withoutTags } = products;
  if (withoutTags.length === 0) return say.cardWithoutNone(title);
  return say.cardWithout(title, tagsInWords(withoutTags, language));
}

function nounOf(card: StampCard | null, language: Language): string {
  return card?.noun ? nounText(card.noun[language]) : textsOf(language).overview.plainNoun;
}

const isSmaller = (before: StampCard | null, after: StampCard | null): boolean =>
  before !== null && after !== null && after.size < before.size;

function termChangeInWords(
  kind: 'card-ceiling' | 'card-days' | 'card-combination',
  card: StampCard,
  { language, currency }: Wording,
): string {
  const { change: say } = textsOf(language).program;
  const title = card.title[language];
  switch (kind) {
    case 'card-ceiling':
      return card.maxPriceMinor === null
        ? say.cardAnyPrice(title)
        : say.cardCeiling(title, formatMoney(card.maxPriceMinor, currency, language));
    case 'card-days': {
      const days = daysInWords(card, language);
      return days === '' ? say.cardAlways(title) : say.cardDays(title, days);
    }
    case 'card-combination': {
      const alone = notCombined(card, language);
      return alone === null ? say.cardCombines(title) : say.cardAlone(title, alone);
    }
  }
}
