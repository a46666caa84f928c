// A voucher's settlement: what it should have taken, minus what it has, as new entries.
import type { Localized } from '../values/languages.ts';
import { backParts, type BackPart, type VoucherEntry } from './back-parts.ts';
import { isToBeGivenAgain } from './give-again.ts';
import { orderUse, overReason, type OrderOfVoucher, type OverReason } from './order-use.ts';
import { takenForGood, type AmountRate, type UseOfVoucher } from './points-back.ts';
import type { VoucherExplanation, VoucherReason } from './voucher-explanation.ts';

/** `own`: the order's customer is the voucher's person. */
export type KnownUse = OrderOfVoucher & { orderId: string; own: boolean };

export type SettledVoucher = {
  id: string;
  title: Localized;
  /** As `codesOf` writes it. */
  code: string;
  price: number;
  /** Of a voucher of money: what it takes off. */
  face: number | null;
  /** Where its owner chose the amount, and paid for it. */
  rate?: AmountRate | undefined;
  /** Its points came back once. */
  released: boolean;
  /** A refund brings points back. */
  inProportion: boolean;
  /** Sum and number of its entries. */
  posted: number;
  count: number;
  /** The entries themselves, needed where something comes back. */
  entries: readonly VoucherEntry[];
  uses: readonly KnownUse[];
};

type Lot = Pick<BackPart, 'orderId'> & { countedOn?: string; keepUntil?: string | null };

/** `orderId` is the lot's, never the order that used the voucher: that one has brought nothing by this. */
export type SettledPart = Lot & {
  kind: 'redeem' | 'back';
  voucherId: string;
  amount: number;
  sourceKey: string;
  explanation: VoucherExplanation;
};

export const VOUCHER_FLAGS = ['beyond', 'taken-off', 'used-late', 'unexplained', 'by-hand'] as const;
/**
 * What the merchant should look at: value that nobody paid for, a code that an edit took off, a use after the points were back,
 * points that came back though Shopify shows a use that no order explains, a discount by hand or script that bears the code.
 */
export type VoucherFlag = (typeof VOUCHER_FLAGS)[number];

/** What its orders say goes first; that a hand wrote its code somewhere stays true, whatever they say. */
export const flagAfter = (before: VoucherFlag | null, settled: VoucherFlag | null): VoucherFlag | null =>
  settled ?? (before === 'by-hand' ? before : null);

type Read = UseOfVoucher & OrderOfVoucher & { over: boolean; why: OverReason | null; name: string };

/** `again`: it had no price and no use, and is given anew. @param today of the shop */
export function settleVoucher(
  voucher: SettledVoucher,
  today: string,
): { parts: SettledPart[]; flag: VoucherFlag | null; again: boolean } {
  const { price } = voucher;
  const { uses, taken, beyond, change } = reckon(voucher);
  const why = reasonOf(change, voucher, uses);
  const orders = uses.map(({ name }) => name);
  const explanation = { v: 1, title: voucher.title, why, price, used: taken, orders } as const;
  const parts = partsOf(voucher, change, today).map((part, index) => {
    const sourceKey = `voucher/${voucher.id}/${voucher.count + index + 1}`;
    return { ...part, voucherId: voucher.id, sourceKey, explanation };
  });
  return { parts, flag: flagOf(voucher, uses, beyond), again: isToBeGivenAgain(price, uses) };
}

function reckon(voucher: Omit<SettledVoucher, 'entries'>) {
  const { price, face, rate, released, posted } = voucher;
  const uses = voucher.uses.map((use) => readUse(use, voucher));
  const { taken, beyond } = takenForGood({ points: price, face, rate, released }, uses);
  return { uses, taken, beyond, change: 0 - taken - posted };
}

/** Whether more was taken than should have been: then its entries decide where it comes back to. */
export function comesBack(voucher: Omit<SettledVoucher, 'entries'>): boolean {
  return reckon(voucher).change > 0;
}

function readUse(use: KnownUse, { code, inProportion }: Pick<SettledVoucher, 'code' | 'inProportion'>): Read {
  const name = use.newest?.name || use.orderId;
  const { newest, deleted, own } = use;
  return { ...orderUse(use, code, inProportion), newest, deleted, own, why: overReason(use, code), name };
}

type Part = Lot & Pick<SettledPart, 'kind' | 'amount'>;

function partsOf({ id, entries }: SettledVoucher, change: number, today: string): Part[] {
  if (change < 0) return [{ kind: 'redeem', amount: change, orderId: null }];
  if (change === 0) return [];
  return backParts(entries, change, { voucherId: id, today }).map((part) => ({ kind: 'back', ...part }));
}

function reasonOf(change: number, { released }: SettledVoucher, uses: readonly Read[]): VoucherReason {
  if (uses.length === 0) return released ? 'not-used' : 'amount-changed';
  if (change < 0) return uses.length > 1 ? 'used-again' : released ? 'used-late' : 'settled';
  if (uses.some(({ why }) => why === 'gone')) return 'order-gone';
  if (uses.some(({ why }) => why === 'taken-off')) return 'taken-off';
  const isBack = uses.some(({ inProportion, lines }) => inProportion && lines.some(wentBack));
  return isBack ? 'refunded' : 'in-part';
}

const wentBack = ({ kept, quantity }: Read['lines'][number]): boolean => kept < quantity;

function flagOf(
  { price, released }: SettledVoucher,
  uses: readonly Read[],
  beyond: number,
): VoucherFlag | null {
  const counting = uses.filter(({ over }) => !over);
  // What was given costs nobody points: each order beyond the first is value that nobody paid for.
  if (beyond > 0 || (price === 0 && counting.length > 1)) return 'beyond';
  if (uses.some(({ why }) => why === 'taken-off')) return 'taken-off';
  return released && counting.length > 0 ? 'used-late' : null;
}
