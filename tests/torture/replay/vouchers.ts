// "A voucher takes what its orders still enjoy of it, in all": what each reward that was taken must have cost in the end, by
// the orders that ever named its code. No history, no release, no webhook.
import type { Order } from '#tests/local-shopify/shop/types.ts';

/** However it was typed: a code has no blanks, and its case says nothing. */
export const codeOf = (title: string): string => title.replaceAll(/\s/g, '').toLowerCase();

/** A reward that somebody took for points, or was given. */
export type TakenVoucher = {
  /** What it was taken or given for, once: `redeem/<request key>`, `hand/<request key>`, `again/<voucher>`. */
  cause: string;
  /** Whoever it belongs to now: merged customers' are the survivor's. */
  customerId: string;
  /** In lower case. */
  code: string;
  /** Points; 0 where it was given. */
  price: number;
  /** Of an amount off: what it takes off at most. */
  face: number | null;
  /** Whether a refund brings points back. */
  inProportion: boolean;
  /** Given back, taken back, past its last day, or of somebody who was erased, or left. */
  ended: boolean;
  /** Of somebody who left the program since: it moves nothing of theirs any more. */
  closed?: boolean;
  /** Orders that named its code when they were placed, as far as anybody ever told of them. */
  orderIds: readonly string[];
};

/** An order as Shopify has it; undefined where it was deleted. */
type FindOrder = (id: string) => Order | undefined;

/** `beyond`: others enjoy more of it than was paid for, which the merchant is told and nobody owes. */
type Settled = { taken: number; beyond: boolean; state: 'held' | 'used' | 'released' };

const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0);

/** `a × b / c`, rounded up. */
function share(a: number, b: number, c: number): number {
  const [product, by] = [BigInt(a) * BigInt(b), BigInt(c)];
  return Number((product + by - 1n) / by);
}

export function settle(voucher: TakenVoucher, find: FindOrder): Settled {
  const { price, ended, orderIds, customerId } = voucher;
  if (orderIds.length === 0)
    return { taken: ended ? 0 : price, beyond: false, state: ended ? 'released' : 'held' };
  const orders = orderIds.flatMap((id) => find(id) ?? []);
  const usedBy = (own: boolean) =>
    sum(
      orders.filter((order) => (order.customerId === customerId) === own).map((one) => usedUp(voucher, one)),
    );
  const [own, others] = [usedBy(true), usedBy(false)];
  const ofOthers = Math.min(Math.max(price - own, 0), others);
  return { taken: own + ofOthers, beyond: others > ofOthers, state: 'used' };
}

/** Whether nothing of the code is enjoyed on the order, whatever it says. */
export function isOver({ cancelledAt, financialStatus, discounts }: Order, code: string): boolean {
  if (cancelledAt !== null || financialStatus === 'voided' || financialStatus === 'expired') return true;
  return !discounts.some((discount) => isOf(discount, code));
}

const isOf = ({ type, title }: Order['discounts'][number], code: string): boolean =>
  type === 'discount_code' && codeOf(title) === code;

/** In another currency each line that it lowers may lose a minor unit, which was used up all the same. */
function isRounded(face: number, offs: readonly number[], off: number, order: Order): boolean {
  const isForeign = order.presentmentCurrency !== order.currency;
  return isForeign && off > 0 && face - off <= offs.filter((one) => one > 0).length;
}

function usedUp({ code, price, face, inProportion }: TakenVoucher, order: Order): number {
  if (isOver(order, code)) return 0;
  const offOf = (allocations: Order['lines'][number]['allocations']) =>
    sum(
      allocations
        .filter(({ application }) => {
          const discount = order.discounts[application];
          return discount !== undefined && isOf(discount, code);
        })
        .map(({ amountMinor }) => amountMinor),
    );
  const lines = order.lines.map(({ allocations, quantity, currentQuantity }) => ({
    off: offOf(allocations),
    quantity,
    kept: inProportion ? currentQuantity : quantity,
  }));
  const shipping = offOf(order.shippingLine?.allocations ?? []);
  const isKept = lines.some(({ kept }) => kept > 0);
  const still = sum(lines.map(({ off, quantity, kept }) => share(off, kept, quantity)));
  const stillInAll = still + (isKept ? shipping : 0);
  const off = sum(lines.map((line) => line.off)) + shipping;
  const offs = lines.map((line) => line.off);
  const whole = face === null || (face > off && isRounded(face, offs, off, order)) ? off : face;
  if (whole === 0) return isKept ? price : 0;
  return share(price, Math.min(stillInAll, whole), whole);
}
