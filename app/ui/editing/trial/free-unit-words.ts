// Why a unit of the made-up cart is free, or isn't: one card after the other.
import type { Language } from '#app/core/values/languages.ts';
import type { StampCard } from '#app/core/program/card-rules.ts';
import type { TrialFreeLine, TrialFreeUnits } from '#app/core/editing/trial/trial-free-units.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { Explained } from '#app/ui/orders/explain-order.ts';
import { formatMoney, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { ordinalInWords } from '../../stamps/card-terms.ts';

type Context = {
  language: Language;
  currency: string;
  cards: readonly StampCard[];
  /** The names of the cart's lines; those without one are numbered. */
  lineTitles: Readonly<Record<string, string>>;
};

export function freeUnitsInWords(card: TrialFreeUnits, context: Context): Explained {
  const { language } = context;
  const { trial: say } = textsOf(language).cards;
  const { stamps, units, codes, size, after } = card;
  const number = (count: number) => formatNumber(count, language);
  const counted = say.units(number(units), pluralForm(units, language));
  const sum = number(stamps + units);
  const said = [stampsInWords(stamps, language), counted, sum] as const;
  const reasons = [
    codes === null
      ? say.sum(...said, ordinalInWords(size + 1, language))
      : say.sumOfCodes(...said, number(size)),
    ...(codes === null ? [] : codeReasons(card, context)),
    ...card.lines.flatMap((line) => lineReasons(line, card.cardKey, context)),
    say.after(stampsInWords(after, language)),
  ];
  return { summary: summaryOf(card, context), reasons };
}

function summaryOf({ cardKey, free, codes }: TrialFreeUnits, context: Context): string {
  const { language } = context;
  const { trial: say } = textsOf(language).cards;
  const title = titleOf(cardKey, context);
  const given = codes ?? free;
  const told = [title, formatNumber(given, language), pluralForm(given, language)] as const;
  if (codes !== null) return codes > 0 ? say.asCodes(...told) : say.notFull(title);
  return free > 0 ? say.free(...told) : say.notFree(title);
}

function codeReasons({ cardKey }: TrialFreeUnits, { cards, currency, language }: Context): string[] {
  const minor = cards.find(({ key }) => key === cardKey)?.maxPriceMinor ?? null;
  const { worthOfCode } = textsOf(language).cards.trial;
  return minor === null ? [] : [worthOfCode(formatMoney(minor, currency, language))];
}

function stampsInWords(count: number, language: Language): string {
  return textsOf(language).explain.stamps(formatNumber(count, language), pluralForm(count, language));
}

function titleOf(cardKey: string, { cards, language }: Context): string {
  return cards.find(({ key }) => key === cardKey)?.title[language] ?? cardKey;
}

function lineReasons(line: TrialFreeLine, cardKey: string, context: Context): string[] {
  const { language, lineTitles, cards, currency } = context;
  const { cards: texts, explain } = textsOf(language);
  const number = (count: number) => formatNumber(count, language);
  const title = lineTitles[line.lineId] ?? explain.lineNumber(number(Number(line.lineId)));
  const ceiling = cards.find(({ key }) => key === cardKey)?.maxPriceMinor ?? null;
  const dear =
    line.tooDear && ceiling !== null
      ? [texts.trial.tooDear(title, formatMoney(ceiling, currency, language))]
      : [];
  const free = line.free > 0 ? [texts.trial.cheapest(title, number(line.free), number(line.quantity))] : [];
  const also = line.alsoOn.map((key) =>
    texts.trial.alsoOn(title, titleOf(key, context), titleOf(cardKey, context)),
  );
  return [...free, ...dear, ...also];
}
