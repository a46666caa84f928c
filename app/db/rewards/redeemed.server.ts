// What limits count: vouchers that points bought and that haven't come back. What is on its way back still counts; what a hand
// gives, or another cause, never did.

/**
 * Of one that an order used all points may have come back, too: the order was cancelled, or everything returned.
 * @param voucher the alias of a row of "Voucher"
 */
export const isRedeemed = (voucher: string): string =>
  `${wasRedeemed(voucher)} and not (${voucher}.state = 'used' and coalesce((
    select sum(e.amount) from "LedgerEntry" e where e."shopId" = ${voucher}."shopId" and e."voucherId" = ${voucher}.id
  ), -1) = 0)`;

/** The same without a look at the ledger: at least as many. */
export const wasRedeemed = (voucher: string): string =>
  `${voucher}.cause like 'redeem/%' and ${voucher}.state <> 'released'`;
