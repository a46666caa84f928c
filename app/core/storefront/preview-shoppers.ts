// Whom a preview shows the birthday block: members in each state of their gift.
export const GIFT_SHOPPERS = [
  'birthday-waiting',
  'birthday-today',
  'birthday-given',
  'birthday-over',
  'anniversary-today',
] as const;
export type GiftShopper = (typeof GIFT_SHOPPERS)[number];

export function isGiftShopper(shopper: string): shopper is GiftShopper {
  return GIFT_SHOPPERS.some((one) => one === shopper);
}
