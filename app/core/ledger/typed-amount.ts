// The amount that the merchant gives or takes by hand, as it was typed.

/** Signed. "1 000" and "1,000" are as good as "1000"; what is no whole number is NaN, and refused beside its field. */
export function typedAmount(direction: 'add' | 'remove', typed: string): number {
  const digits = typed.replaceAll(/[\s,.\u00a0\u202f](?=\d{3}(?:\D|$))/g, '').trim();
  const amount = /^\d+$/.test(digits) ? Number(digits) : NaN;
  return direction === 'remove' ? -amount : amount;
}
