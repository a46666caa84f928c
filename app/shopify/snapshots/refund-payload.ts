// A refund inside an order's webhook payload, reduced.
import { z } from 'zod';
import type { MoneyPair, OrderLine, OrderRefund } from '#app/core/snapshots/order-snapshot.ts';
import { toldAmount, toldCurrency, toldGid, toldId } from '../payloads/told-values.ts';
import { givenBack } from './given-back.ts';
import { moneySet, type MoneySet, type PairOf } from './payload-money.ts';
import { addPairs, mergedUnits, minor, sumPairs } from './snapshot-parts.ts';

const named = z.object({ amount_set: moneySet.nullish(), price_set: moneySet.nullish() });

const refundedLine = z.object({
  line_item_id: toldId,
  line_item: z.object({ admin_graphql_api_id: toldGid }).nullish(),
  quantity: z.int().nonnegative(),
});

const refundedShipping = z.object({ subtotal_amount_set: moneySet, tax_amount_set: moneySet.nullish() });

const transaction = z.object({
  amount: toldAmount,
  amount_rounding: toldAmount.nullish(),
  currency: toldCurrency.nullish(),
  gateway: z.string().nullish(),
  kind: z.string(),
  status: z.string(),
});

export const refundInOrder = z.object({
  admin_graphql_api_id: toldGid,
  refund_line_items: z.array(refundedLine),
  refund_shipping_lines: z.array(refundedShipping).nullish(),
  transactions: z.array(transaction),
  duties: z.array(named).nullish(),
  total_duties_set: moneySet.nullish(),
  additional_fees: z.array(named).nullish(),
  total_additional_fees_set: moneySet.nullish(),
});
type Refund = z.infer<typeof refundInOrder>;

type OfOrder = {
  taxes_included: boolean;
  currency: string;
  presentment_currency: string;
  lines: readonly OrderLine[];
};

export type ReducedRefund = { refund: OrderRefund; duties: MoneyPair; fees: MoneyPair };

/** Numeric ids beyond 2^53 lose digits in some senders, so the line's own global id is preferred. */
function lineIdOf({ line_item: line, line_item_id: id }: z.infer<typeof refundedLine>): string {
  return line ? line.admin_graphql_api_id : id;
}

function shippingOf(refund: Refund, taxesIncluded: boolean, pair: PairOf): MoneyPair {
  // Amounts of a refund include tax where prices do.
  const tax = (set: MoneySet | null | undefined): MoneyPair => (set && !taxesIncluded ? pair(set) : [0, 0]);
  const lines = refund.refund_shipping_lines ?? [];
  return sumPairs(lines.map((line) => addPairs(pair(line.subtotal_amount_set), tax(line.tax_amount_set))));
}

/** Told one by one and as a sum: the larger counts, where one of them is missing. */
function sumNamed(list: Refund['duties'], total: MoneySet | null | undefined, pair: PairOf): MoneyPair {
  const sets = (list ?? []).flatMap((each) => each.amount_set ?? each.price_set ?? []);
  const [shop, paid] = sumPairs(sets.map(pair));
  const [shopTotal, paidTotal] = total ? pair(total) : [0, 0];
  return [Math.max(shop, shopTotal), Math.max(paid, paidTotal)];
}

export function reduceRefund(refund: Refund, order: OfOrder, pair: PairOf): ReducedRefund {
  const { currency, presentment_currency: presentmentCurrency, lines } = order;
  const given = refund.transactions
    .filter(({ kind, status }) => kind === 'refund' && status === 'success')
    .map((each) => {
      const told = each.currency ?? presentmentCurrency;
      return {
        amountMinor: minor(each.amount, told),
        roundingMinor: each.amount_rounding ? minor(each.amount_rounding, told) : null,
        currency: told,
        gateway: each.gateway ?? null,
      };
    });
  const duties = sumNamed(refund.duties, refund.total_duties_set, pair);
  const units = refund.refund_line_items.map((line) => ({ lineId: lineIdOf(line), quantity: line.quantity }));
  return {
    refund: {
      refundId: refund.admin_graphql_api_id,
      shippingMinor: shippingOf(refund, order.taxes_included, pair)[1],
      ...givenBack(given, { currency, presentmentCurrency, lines }),
      units: mergedUnits(units),
      dutiesMinor: duties[1],
    },
    duties,
    fees: sumNamed(refund.additional_fees, refund.total_additional_fees_set, pair),
  };
}
