// What limits count: vouchers that points bought and that haven't come back. What is on its way back still counts; what a hand
// gives, or another cause, never did.

/** @param voucher the alias of a row of "Voucher" */
export const isRedeemed = (voucher: string): string =>
  `${voucher}.cause like 'redeem/%' and ${voucher}.state <> 'released'`;
