// One event of a shopper's history in words: what it was, what it moved, on which day, and why.
import type { EntryKind } from '#app/core/ledger/entry-kind.ts';
import { giftExplanation } from '#app/core/moments/gift-explanation.ts';
import { momentExplanation } from '#app/core/moments/moment-explanation.ts';
import { orderExplanation, type OrderExplanation } from '#app/core/orders/order-explanation.ts';
import { voucherExplanation } from '#app/core/rewards/voucher-explanation.ts';
import { dayIn } from '#app/core/values/days.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { HistoryEvent, ReadHistory } from '#app/usecases/members/read-history.ts';
import { sayAmount } from './say-amount.ts';
import { sayDay } from './say-day.ts';
import { pluralOf, sayNumber } from './say-points.ts';

export type SaidEvent = { what: string; moved: string; day: string; why: string[] };

type Entry = HistoryEvent['entries'][number];
type Context = Pick<ReadHistory, 'timeZone' | 'today' | 'names' | 'cards'> & { language: Language };
type Words = Pick<SaidEvent, 'what' | 'why'>;

/** One line a kind. Null of what this version of the app can't read. */
const KINDS: Readonly<
  Record<EntryKind, (entries: HistoryEvent['entries'], context: Context) => Words | null>
> = {
  order: orderWords,
  'free-unit': orderWords,
  adjustment: ([{ note }], { language }) => ({
    what: textsOf(language).history.adjusted,
    why: note === null ? [] : [note],
  }),
  merge: (_, { language }) => ({ what: textsOf(language).history.merged, why: [] }),
  left: (_, { language }) => ({ what: textsOf(language).history.left, why: [] }),
  occasion: giftWords,
  gift: momentWords,
  import: (_, { language }) => ({ what: textsOf(language).movingIn.entry, why: [] }),
  redeem: voucherWords,
  back: voucherWords,
};

export function sayEvent({ entries }: HistoryEvent, context: Context): SaidEvent {
  const { language, timeZone, today } = context;
  const [{ kind }] = entries;
  const read = Object.hasOwn(KINDS, kind) ? KINDS[kind as EntryKind](entries, context) : null;
  const words = read ?? { what: textsOf(language).history.other, why: [] };
  return {
    ...words,
    moved: moved(entries, context),
    day: sayDay(dayIn(timeZone, whenOf(entries)), language, today),
  };
}

/** An order's first entries bear its own time, later ones that at which they were written. */
function whenOf(entries: HistoryEvent['entries']): Date {
  const [first] = entries;
  return ordersOf(entries).some(({ posted }) => posted !== 0) ? first.recordedAt : first.occurredAt;
}

const ordersOf = (entries: readonly Entry[]): OrderExplanation[] =>
  entries.flatMap(({ explanation }) => orderExplanation.safeParse(explanation).data ?? []);

function orderWords(entries: HistoryEvent['entries'], context: Context): Words | null {
  const { history } = textsOf(context.language);
  const orders = ordersOf(entries);
  const [first] = orders;
  if (!first) return null;
  const why = [...freeItems(orders, context.language), ...pending(entries, context)];
  if (orders.every(({ posted }) => posted === 0)) return { what: history.order(first.order), why };
  const { nothing } = first;
  if (nothing === 'cancelled' || nothing === 'refunded')
    return { what: history[nothing](first.order), why: [] };
  const gone = nothing === 'deleted' || nothing === 'moved';
  return { what: history[gone ? 'gone' : 'changed'](first.order), why: gone ? [] : why };
}

function freeItems(orders: readonly OrderExplanation[], language: Language): string[] {
  const lines = orders
    .filter(({ part, posted }) => part === 'taken' && posted === 0)
    .flatMap(({ stamps }) => stamps ?? []);
  const free = lines.reduce((sum, line) => sum + ((line.taken ?? 0) > 0 ? (line.free ?? 0) : 0), 0);
  return free === 0
    ? []
    : [textsOf(language).history.freeItems(sayNumber(free, language), pluralOf(free, language))];
}

/** What waits for payment. */
function pending(entries: HistoryEvent['entries'], context: Context): string[] {
  const waiting = entries.flatMap(({ unit, explanation }) => {
    const amount = orderExplanation.safeParse(explanation).data?.pending ?? 0;
    return amount > 0 ? [sayAmount(amount, unit, context)] : [];
  });
  return waiting.length === 0 ? [] : [textsOf(context.language).history.pending(waiting.join(', '))];
}

function giftWords([{ explanation }]: HistoryEvent['entries'], { language }: Context): Words | null {
  const gift = giftExplanation.safeParse(explanation).data;
  return gift ? { what: textsOf(language).history.gifts[gift.occasion], why: [] } : null;
}

/** As the program called it when it gave. */
function momentWords([{ explanation }]: HistoryEvent['entries'], { language }: Context): Words | null {
  const moment = momentExplanation.safeParse(explanation).data;
  return moment ? { what: moment.title[language], why: [] } : null;
}

function voucherWords([{ kind, explanation }]: HistoryEvent['entries'], { language }: Context): Words | null {
  const { history } = textsOf(language);
  const read = voucherExplanation.safeParse(explanation).data;
  if (!read) return null;
  const { title, why, orders } = read;
  const reason = why === 'redeemed' ? [] : [history.why[why]];
  const on = orders.length > 0 ? [history.onOrders(orders.join(', '))] : [];
  return { what: history[kind === 'redeem' ? 'used' : 'back'](title[language]), why: [...reason, ...on] };
}

/** "+35 points, +1 stamp on Coffee card": of each unit in all, and what free items took apart from what was earned. A number keeps its unit beside it. */
function moved(entries: readonly Entry[], context: Context): string {
  const sums = new Map<string, { unit: string; amount: number }>();
  for (const { unit, kind, amount } of entries) {
    const of = kind === 'free-unit' ? `${unit} taken` : unit;
    sums.set(of, { unit, amount: (sums.get(of)?.amount ?? 0) + amount });
  }
  const said = [...sums.values()].filter(({ amount }) => amount !== 0);
  return said
    .map(({ unit, amount }) => `${amount < 0 ? '−' : '+'}${sayAmount(Math.abs(amount), unit, context)}`)
    .map((each) => each.replace(' ', '\u00a0'))
    .join(', ');
}
