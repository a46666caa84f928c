// A member's history as rows of a ledger: one row an event, whatever it moved. Amounts have their signs, balances are of the
// whole history until then.
import type { EntryKind } from '#app/core/ledger/entry-kind.ts';
import { giftExplanation } from '#app/core/moments/gift-explanation.ts';
import { momentExplanation } from '#app/core/moments/moment-explanation.ts';
import { orderExplanation, type OrderExplanation } from '#app/core/orders/order-explanation.ts';
import { voucherExplanation } from '#app/core/rewards/voucher-explanation.ts';
import type { Language } from '#app/core/values/languages.ts';
import { POINTS } from '#app/core/values/units.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { EntryRow, MemberData } from '../members/member/member-data.ts';
import { formatMoney, formatNumber, pluralForm } from '../values/format.ts';
import { balancesOf } from './ledger-balances.ts';
import { stampsMoved, type Moved } from './ledger-stamps.ts';

export type LedgerRow = {
  /** The event's number. */
  id: string;
  /** When it happened: an order's first entries bear its time, later ones the time at which they were written. */
  at: string;
  what: string;
  /** What is known beside it in few words: an adjustment's reason, what was free. */
  beside: string | null;
  orderId: string | null;
  /** "+48"; null where no points moved. */
  points: number | null;
  stamps: readonly Moved[];
  balances: readonly string[];
  entries: readonly EntryRow[];
};

/** Newest first. @param entries as the page has them, those of one event beside each other */
export function ledgerRows(data: MemberData, language: Language): LedgerRow[] {
  const events = new Map<string, EntryRow[]>();
  for (const entry of data.entries) {
    events.set(entry.event, [...(events.get(entry.event) ?? []), entry]);
  }
  return [...events].map(([id, entries]) => rowOf(id, entries, data, language));
}

function rowOf(id: string, entries: EntryRow[], data: MemberData, language: Language): LedgerRow {
  const [first] = entries;
  if (!first) throw new Error(`event ${id} has no entries`);
  const orders = entries.flatMap(({ explanation }) => orderExplanation.safeParse(explanation).data ?? []);
  const points = entries.filter(({ unit }) => unit === POINTS);
  return {
    id,
    at: orders.some(({ posted }) => posted !== 0) ? first.recordedAt : first.occurredAt,
    what: what(first, orders, language),
    beside: first.reason ?? freeItems(orders, data, language),
    orderId: isOfOrder(first.kind) ? first.orderId : null,
    points: points.length === 0 ? null : sumOf(points),
    stamps: stampsMoved(entries),
    balances: balancesOf(entries, data, language),
    entries,
  };
}

const isOfOrder = (kind: string): boolean => kind === 'order' || kind === 'free-unit';

const sumOf = (entries: readonly EntryRow[]): number => entries.reduce((sum, { amount }) => sum + amount, 0);

function what({ kind, explanation }: EntryRow, orders: OrderExplanation[], language: Language): string {
  const { ledger: say } = textsOf(language);
  switch (kind as EntryKind) {
    case 'order':
    case 'free-unit':
      return orderWords(orders, language);
    case 'adjustment':
      return say.adjusted;
    case 'merge':
      return say.merged;
    case 'left':
      return say.left;
    case 'import':
      return textsOf(language).movingIn.entry;
    case 'occasion': {
      const gift = giftExplanation.safeParse(explanation).data;
      // A year is no number to be grouped.
      return gift ? say[gift.occasion](String(gift.year)) : say.newer;
    }
    case 'gift':
      return momentExplanation.safeParse(explanation).data?.title[language] ?? say.newer;
    case 'redeem':
    case 'back': {
      const title = voucherExplanation.safeParse(explanation).data?.title[language];
      return title === undefined ? say.newer : say[kind === 'redeem' ? 'redeemed' : 'back'](title);
    }
    default:
      return say.newer;
  }
}

function orderWords(orders: OrderExplanation[], language: Language): string {
  const { ledger: say } = textsOf(language);
  const [first] = orders;
  if (!first) return say.newer;
  if (orders.every(({ posted }) => posted === 0)) return say.order(first.order);
  const became = ENDS.find((end) => end === first.nothing) ?? 'changed';
  return say[became](first.order);
}

/** What becomes of an order, where that is all that there is to say. */
const ENDS = ['cancelled', 'refunded', 'deleted', 'moved'] as const;

/** "1 free item, worth €9.50". */
function freeItems(orders: OrderExplanation[], { currency }: MemberData, language: Language): string | null {
  const taken = orders.filter(({ part, posted }) => part === 'taken' && posted === 0);
  const free = taken
    .flatMap(({ stamps = [] }) => stamps)
    .reduce((sum, line) => sum + ((line.taken ?? 0) > 0 ? (line.free ?? 0) : 0), 0);
  if (free === 0) return null;
  const { explain, ledger } = textsOf(language);
  const items = explain.freeItems(formatNumber(free, language), pluralForm(free, language));
  const minor = saved(taken);
  return minor === null ? items : ledger.worth(items, formatMoney(minor, currency, language));
}

function saved(taken: readonly OrderExplanation[]): number | null {
  const known = taken.flatMap(({ savedMinor }) => savedMinor ?? []);
  return known.length === taken.length ? known.reduce((sum, minor) => sum + minor, 0) : null;
}
