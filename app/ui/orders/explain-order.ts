// The "why" of an order's numbers, in sentences. Made on the server, as all texts with numbers in them.
import type { OrderExplanation, StampLine } from '#app/core/orders/order-explanation.ts';
import { currencyExponent, wholeSteps } from '#app/core/values/money.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { Language } from '#app/core/values/languages.ts';
import { cardKeyOf } from '#app/core/values/units.ts';
import { pick } from '#app/locales/plural.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatMoney, formatNumber, pluralForm } from '../values/format.ts';

export type ExplainContext = {
  language: Language;
  /** The shop's currency. */
  currency: string;
  names: ProgramRules['names'];
  /** `points`, or the stamps of one card. */
  unit: string;
  /** The card's title, where the unit is a card's stamps. */
  cardTitle?: string | undefined;
  /** The amount that one entry moved, signed; without it the sentences are about the order as a whole. */
  amount?: number;
  /** The names of the order's lines; lines that aren't known are numbered. */
  lineTitles?: Readonly<Record<string, string>>;
  /** A made-up cart is no order and has no name. */
  madeUp?: boolean;
};

export type Explained = { summary: string; reasons: string[] };

/** "points", "stamp": the program's own word for so many. */
export function unitInWords(amount: number, { language, names, unit }: ExplainContext): string {
  const form = pluralForm(amount, language);
  return cardKeyOf(unit) === null ? pick(form, names[language]) : textsOf(language).ledger.stampWord(form);
}

/** "25 points", "1 stamp on Coffee card": in the program's own words, of what is positive. */
export function amountInWords(amount: number, context: ExplainContext): string {
  const { language, names, unit, cardTitle } = context;
  const count = formatNumber(amount, language);
  const form = pluralForm(amount, language);
  if (cardKeyOf(unit) === null) return `${count} ${pick(form, names[language])}`;
  const { stamps, stampsOn } = textsOf(language).explain;
  return cardTitle ? stampsOn(stamps(count, form), cardTitle) : stamps(count, form);
}

/** One sentence that says the number, and those that say why. */
export function explainOrder(why: OrderExplanation, context: ExplainContext): Explained {
  return { summary: summary(why, context), reasons: [...reasons(why, context), ...history(why, context)] };
}

function summary(why: OrderExplanation, context: ExplainContext): string {
  const { explain } = textsOf(context.language);
  const { amount } = context;
  const isTaken = why.part === 'taken';
  if (amount !== undefined) {
    const words = amountInWords(Math.abs(amount), context);
    if (isTaken)
      return amount < 0 ? explain.orderUsed(why.order, words) : explain.orderReturned(why.order, words);
    return amount < 0 ? explain.orderTook(why.order, words) : explain.orderGave(why.order, words);
  }
  const words = amountInWords(Math.abs(why.target + why.pending), context);
  if (isTaken) return explain.cartUses(words);
  return context.madeUp ? explain.cartEarns(words) : explain.orderEarns(why.order, words);
}

function reasons(why: OrderExplanation, context: ExplainContext): string[] {
  const { explain } = textsOf(context.language);
  // Stamps that a free unit takes stay taken, also where the order earns nothing.
  if (why.nothing !== null) {
    const kept = why.part === 'taken' ? stampReasons(why, context) : [];
    return [nothing(why.nothing, context.language), ...kept];
  }
  const version =
    why.version === null ? [] : [explain.underVersion(formatNumber(why.version, context.language))];
  return [...version, ...pointReasons(why, context), ...stampReasons(why, context)];
}

function nothing(reason: NonNullable<OrderExplanation['nothing']>, language: Language): string {
  const { explain } = textsOf(language);
  switch (reason) {
    case 'before-program':
      return explain.beforeProgram;
    case 'blocked':
      return explain.blocked;
    case 'cancelled':
      return explain.cancelled;
    case 'deleted':
      return explain.deleted;
    case 'left-out':
      return explain.excludedByTag;
    case 'moved':
      return explain.moved;
    case 'no-snapshot':
      return explain.notTold;
    case 'paused':
      return explain.paused;
    case 'refunded':
      return explain.refunded;
    case 'test-order':
      return explain.testOrder;
  }
}

function titleOf(lineId: string, index: number, context: ExplainContext): string {
  const numbered = () =>
    textsOf(context.language).explain.lineNumber(formatNumber(index + 1, context.language));
  return context.lineTitles?.[lineId] ?? numbered();
}

function pointReasons({ earned, pointsOff }: OrderExplanation, context: ExplainContext): string[] {
  const { explain } = textsOf(context.language);
  if (pointsOff) return [explain.pointsOff];
  if (!earned) return [];
  const money = (minor: number) => formatMoney(minor, context.currency, context.language);
  const lines = earned.lines.map(({ lineId, keptMinor, excluded }, index) => {
    const of = [titleOf(lineId, index, context), money(keptMinor)] as const;
    if (excluded === 'never') return explain.neverLine(...of);
    if (excluded === 'gift-card') return explain.giftCardLine(...of);
    return excluded === 'tip' ? explain.tipLine(...of) : explain.line(...of);
  });
  const ofLines = earned.lines.reduce((sum, line) => sum + (line.excluded ? 0 : line.keptMinor), 0);
  const shipping = earned.earningMinor - ofLines;
  if (shipping > 0) lines.push(explain.shipping(money(shipping)));
  if (earned.goodwill) {
    const { minor, ofMinor, currency } = earned.goodwill;
    const paid = (amount: number) => formatMoney(amount, currency, context.language);
    lines.push(explain.goodwill(paid(minor), paid(ofMinor)));
  }
  if (earned.baseMinor < earned.earningMinor) lines.push(explain.givenBack(money(earned.baseMinor)));
  return [...lines, ...pointsSum(earned, context)];
}

type Earned = NonNullable<OrderExplanation['earned']>;

/** More than so many aren't written out. */
const MOST_SUMMANDS = 6;

/** "€24.00 + €24.00 = €48.00 → 48 points"; with "€19.50 ÷ €1.00 = 19 points (rounded down)" where it isn't a point a unit. */
function pointsSum(earned: Earned, context: ExplainContext): string[] {
  const { baseMinor, perMinor } = earned;
  const { explain } = textsOf(context.language);
  const money = (minor: number) => formatMoney(minor, context.currency, context.language);
  const points = amountInWords(wholeSteps(baseMinor, perMinor) * earned.points, context);
  const isPlain = earned.points === 1 && perMinor === 10 ** currencyExponent(context.currency);
  const isExact = baseMinor % perMinor === 0;
  const sum = summandsOf(earned).map(money);
  const parts = sum.length > 1 && sum.length <= MOST_SUMMANDS ? `${sum.join(' + ')} = ` : '';
  if (isPlain && isExact) return [explain.sum(`${parts}${money(baseMinor)}`, points)];
  return [...(parts ? [`${parts}${money(baseMinor)}`] : []), steps(earned, points, context)];
}

/** What adds up to the money that counts; nothing where a part of it was given back. */
function summandsOf({ lines, earningMinor, baseMinor }: Earned): number[] {
  if (baseMinor !== earningMinor) return [];
  const kept = lines.filter(({ excluded, keptMinor }) => !excluded && keptMinor > 0);
  const ofLines = kept.map(({ keptMinor }) => keptMinor);
  const shipping = earningMinor - ofLines.reduce((sum, minor) => sum + minor, 0);
  return shipping > 0 ? [...ofLines, shipping] : ofLines;
}

/** "€19.50 ÷ €1.00 = 19 points (rounded down)". */
function steps(earned: Earned, points: string, context: ExplainContext): string {
  const { explain } = textsOf(context.language);
  const { baseMinor, perMinor } = earned;
  const money = (minor: number) => formatMoney(minor, context.currency, context.language);
  const number = (count: number) => formatNumber(count, context.language);
  const whole = wholeSteps(baseMinor, perMinor);
  const rounding = baseMinor > whole * perMinor ? explain.roundedDown : '';
  const [base, per] = [money(baseMinor), money(perMinor)];
  if (earned.points === 1) return explain.steps(base, per, points, rounding);
  return explain.stepsTimes(base, per, number(whole), number(earned.points), points, rounding);
}

function stampReasons(why: OrderExplanation, context: ExplainContext): string[] {
  const { stamps, part } = why;
  if (!stamps) return [];
  const { explain } = textsOf(context.language);
  if (stamps.length === 0) return [explain.noStampLine];
  return stamps.flatMap((line) => {
    const sentence = part === 'taken' ? takenReason(line, why.size, context) : earnedReason(line, context);
    if (sentence === null) return [];
    // The lines without stamps aren't listed, so there is no number to call a nameless line by.
    const title = context.lineTitles?.[line.lineId];
    return [title === undefined ? sentence : explain.ofLine(title, sentence)];
  });
}

/** Entries from before free units could be taken know of a line only what it brings. */
function earnedReason(line: StampLine, context: ExplainContext): string | null {
  const { explain, stamps, units, freeItems, number } = countsIn(context);
  const { quantity, kept, free = 0 } = line;
  if (free === 0 || quantity === undefined)
    return line.units > 0 ? explain.stampUnits(stamps(line.units)) : null;
  return kept === undefined || kept === quantity
    ? explain.withFree(stamps(line.units), units(quantity), freeItems(free))
    : explain.withFreeKept(stamps(line.units), number(kept), units(quantity), freeItems(free));
}

function takenReason(line: StampLine, size: number | undefined, context: ExplainContext): string | null {
  const { explain, stamps, units, freeItems, number } = countsIn(context);
  const { quantity, kept, free, taken } = line;
  if (size === undefined || free === 0) return null;
  const each = formatNumber(size, context.language);
  if (free === undefined || quantity === undefined || taken === undefined) return explain.freeUnits(each);
  return kept === undefined || kept === quantity
    ? explain.freeTakes(freeItems(free), each, stamps(taken))
    : explain.freeTakesKept(freeItems(free), number(kept), units(quantity), each, stamps(taken));
}

function countsIn({ language }: ExplainContext) {
  const { explain } = textsOf(language);
  const number = (count: number) => formatNumber(count, language);
  const stamps = (count: number) => explain.stamps(number(count), pluralForm(count, language));
  const units = (count: number) => explain.units(number(count), pluralForm(count, language));
  const freeItems = (count: number) => explain.freeItems(number(count), pluralForm(count, language));
  return { explain, stamps, units, freeItems, number };
}

/** The amount that the order had given before this entry, and what still waits for payment. */
function history(why: OrderExplanation, context: ExplainContext): string[] {
  const { explain } = textsOf(context.language);
  const sentences: string[] = [];
  if (context.amount !== undefined && why.posted !== 0) {
    const [before, now] = [Math.abs(why.posted), Math.abs(why.target)].map((one) =>
      amountInWords(one, context),
    );
    const isTaken = why.part === 'taken';
    sentences.push((isTaken ? explain.wasUsed : explain.before)(before ?? ''));
    sentences.push((isTaken ? explain.isUsed : explain.now)(now ?? ''));
  }
  const pending = context.amount === undefined ? explain.pending : explain.pendingMore;
  if (why.pending > 0) sentences.push(pending(amountInWords(why.pending, context)));
  return sentences;
}

/** The debt that an entry repaid, or that is owed since. @param balanceAfter signed, as the entry has it */
export function debtInWords(amount: number, balanceAfter: number, context: ExplainContext): string[] {
  const { explain } = textsOf(context.language);
  const owed = Math.max(0, amount - balanceAfter);
  if (amount > 0 && owed > 0) return [explain.repaid(amountInWords(Math.min(amount, owed), context))];
  return amount < 0 && balanceAfter < 0 ? [explain.nowOwed(amountInWords(-balanceAfter, context))] : [];
}
