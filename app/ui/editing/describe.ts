// The rules and their differences as sentences, in the merchant's language.
import type { ProgramChange } from '#app/core/editing/section.ts';
import { programChanges } from '#app/core/editing/program-changes.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { LANGUAGES, type Language } from '#app/core/values/languages.ts';
import type { StampCard } from '#app/core/program/card-rules.ts';
import { pick } from '#app/locales/plural.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatList, formatMoney, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import {
  aloneInWords,
  ceilingInWords,
  daysInWords,
  notCombined,
  ordinalInWords,
  productsInWords,
  type Wording,
} from '../stamps/card-terms.ts';
import { occasionChangeInWords } from '../moments/describe-moment.ts';

/** "1 point for every €1.00 spent." */
export function earnSentence({ earn, names }: ProgramRules, { language, currency }: Wording): string {
  const name = pick(pluralForm(earn.points, language), names[language]);
  const points = `${formatNumber(earn.points, language)} ${name}`;
  return textsOf(language).program.earnSentence(points, formatMoney(earn.perMinor, currency, language));
}

/** "Buy 5 of any product, and the 6th is free, if it costs €5.00 or less, until 31 May 2026." */
export function cardSentence(card: StampCard, wording: Wording): string {
  const { language } = wording;
  const { program } = textsOf(language);
  return program.cardSentence(
    formatNumber(card.size, language),
    productsInWords(card.products, wording),
    ordinalInWords(card.size + 1, language),
    ceilingInWords(card, wording) + daysInWords(card, language) + aloneInWords(card, language),
  );
}

/** One sentence per difference; none when both mean the same. */
export function changesInWords(before: ProgramRules, after: ProgramRules, wording: Wording): string[] {
  return programChanges(before, after).map((change) => changeInWords(change, before, after, wording));
}

function namesInWords({ names }: ProgramRules, language: Language): string {
  const { namedIn } = textsOf(language).program.change;
  return formatList(
    LANGUAGES.map((each) => namedIn[each](names[each].other)),
    language,
  );
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
      return say.names(namesInWords(after, wording.language));
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
    case 'card-ceiling':
    case 'card-days':
    case 'card-combination':
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
  const both = (card: StampCard | null) =>
    card ? LANGUAGES.map((each) => card.title[each]).join(' / ') : '';
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
    case 'card-ceiling':
    case 'card-days':
    case 'card-combination':
      return after ? termChangeInWords(kind, after, wording) : '';
  }
}

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
      return days === '' ? say.cardAlways(title) : say.cardDays(title, days.replace(/^,/, ''));
    }
    case 'card-combination': {
      const alone = notCombined(card, language);
      return alone === null ? say.cardCombines(title) : say.cardAlone(title, alone);
    }
  }
}
