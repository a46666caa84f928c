import type { VoucherExplanation } from '#app/core/rewards/voucher-explanation.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatList, pluralForm } from '#app/ui/values/format.ts';
import type { SaidEntry } from '../ledger/said-entry.ts';
import { amountInWords, type Explained } from '../orders/explain-order.ts';

/** Why points were taken for a reward, or came back: what it cost, and what its orders use of it. */
export function explainVoucherEntry(
  { title, why, price, used, orders }: VoucherExplanation,
  { entry, amount, debt, context }: SaidEntry,
): Explained {
  const { ledger } = textsOf(context.language);
  const named = title[context.language];
  const [of, whole] = [used, price].map((units) => amountInWords(units, context)) as [string, string];
  const cost = why === 'redeemed' ? ledger.rewardPrice(whole) : ledger.rewardUsed(of, whole);
  const names = formatList(orders, context.language);
  const form = pluralForm(orders.length, context.language);
  const usedOn = orders.length > 0 ? [ledger.rewardOrders(names, form)] : [];
  return {
    summary: (entry.kind === 'redeem' ? ledger.redeemedEntry : ledger.backEntry)(named, amount),
    reasons: [ledger.rewardWhy[why], cost, ...usedOn, ...debt],
  };
}
