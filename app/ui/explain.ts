// The "why" of an order's numbers, in sentences. Made on the server, as all texts with numbers in them.
import type { OrderExplanation } from '#app/core/order-corrections.ts';
import { wholeSteps } from '#app/core/money.ts';
import type { Language, ProgramRules } from '#app/core/program-rules.ts';
import { cardKeyOf } from '#app/core/units.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatMoney, formatNumber, isOne } from './format.ts';

export type ExplainContext = {
  language: Language;
  /** The shop's currency. */
  currency: string;
  names: ProgramRules['names'];
  /** `points`, or the stamps of one card. */
  unit: string;
  /** How the card is called, where the unit is a card's stamps. */
  cardTitle?: string | undefined;
  /** What one entry moved, signed; without it the sentences are about the order as a whole. */
  amount?: number;
  /** What the order's lines are called; lines that aren't known are numbered. */
  lineTitles?: Readonly<Record<string, string>>;
  /** A made-up cart is no order and has no name. */
  madeUp?: boolean;
};

export type Explained = { summary: string; reasons: string[] };

/** "25 points", "1 stamp on Coffee card": in the program's own words, of what is positive. */
export function amountInWords(amount: number, context: ExplainContext): string {
  const { language, names, unit, cardTitle } = context;
  const count = formatNumber(amount, language);
  const one = isOne(amount, language);
  if (cardKeyOf(unit) === null) return `${count} ${one ? names[language].one : names[language].other}`;
  const { stamps, stampsOn } = textsOf(language).explain;
  return cardTitle ? stampsOn(stamps(count, one), cardTitle) : stamps(count, one);
}

/** One sentence that says the number, and those that say why. */
export function explainOrder(why: OrderExplanation, context: ExplainContext): Explained {
  return { summary: summary(why, context), reasons: [...reasons(why, context), ...history(why, context)] };
}

function summary(why: OrderExplanation, context: ExplainContext): string {
  const { explain } = textsOf(context.language);
  const { amount } = context;
  if (amount !== undefined) {
    const words = amountInWords(Math.abs(amount), context);
    return amount < 0 ? explain.orderTook(why.order, words) : explain.orderGave(why.order, words);
  }
  const words = amountInWords(why.target + why.pending, context);
  return context.madeUp ? explain.cartEarns(words) : explain.orderEarns(why.order, words);
}

function reasons(why: OrderExplanation, context: ExplainContext): string[] {
  const { explain } = textsOf(context.language);
  if (why.nothing !== null) return [nothing(why.nothing, context.language)];
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
      return explain.leftOut;
    case 'moved':
      return explain.moved;
    case 'no-snapshot':
      return explain.notTold;
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

function pointReasons({ earned }: OrderExplanation, context: ExplainContext): string[] {
  if (!earned) return [];
  const { explain } = textsOf(context.language);
  const money = (minor: number) => formatMoney(minor, context.currency, context.language);
  const lines = earned.lines.map(({ lineId, keptMinor, excluded }, index) => {
    const of = [titleOf(lineId, index, context), money(keptMinor)] as const;
    if (excluded === 'gift-card') return explain.giftCardLine(...of);
    return excluded === 'tip' ? explain.tipLine(...of) : explain.line(...of);
  });
  const ofLines = earned.lines.reduce((sum, line) => sum + (line.excluded ? 0 : line.keptMinor), 0);
  const shipping = earned.earningMinor - ofLines;
  if (shipping > 0) lines.push(explain.shipping(money(shipping)));
  if (earned.baseMinor < earned.earningMinor) lines.push(explain.givenBack(money(earned.baseMinor)));
  const steps = wholeSteps(earned.baseMinor, earned.perMinor);
  const points = amountInWords(steps * earned.points, context);
  const counted = formatNumber(steps, context.language);
  return [...lines, explain.steps(money(earned.baseMinor), counted, money(earned.perMinor), points)];
}

function stampReasons({ stamps }: OrderExplanation, context: ExplainContext): string[] {
  if (!stamps) return [];
  const { explain } = textsOf(context.language);
  if (stamps.length === 0) return [explain.noStampLine];
  return stamps.map(({ lineId, units }) => {
    const count = explain.stamps(formatNumber(units, context.language), isOne(units, context.language));
    // The lines without stamps aren't listed, so there is no number to call a nameless line by.
    const title = context.lineTitles?.[lineId];
    return title === undefined ? explain.stampUnits(count) : explain.stampLine(title, count);
  });
}

/** What the order had given before this entry, and what still waits for payment. */
function history(why: OrderExplanation, context: ExplainContext): string[] {
  const { explain } = textsOf(context.language);
  const sentences: string[] = [];
  if (context.amount !== undefined && why.posted !== 0) {
    sentences.push(explain.before(amountInWords(why.posted, context)));
    sentences.push(explain.now(amountInWords(why.target, context)));
  }
  const pending = context.amount === undefined ? explain.pending : explain.pendingMore;
  if (why.pending > 0) sentences.push(pending(amountInWords(why.pending, context)));
  return sentences;
}
