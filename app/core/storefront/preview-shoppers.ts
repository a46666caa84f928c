// Whom a preview shows the birthday block: members in each state of their gift.
export const PREVIEW_SHOPPERS = [
  'birthday-waiting',
  'birthday-today',
  'birthday-given',
  'birthday-over',
  'anniversary-today',
] as const;
export type PreviewShopper = (typeof PREVIEW_SHOPPERS)[number];

export function isPreviewShopper(shopper: string): shopper is PreviewShopper {
  return PREVIEW_SHOPPERS.some((one) => one === shopper);
}
