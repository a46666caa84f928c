// Functions, and with them free units in the cart, run on every plan for apps of the App Store; for an app made for one
// merchant they run on Shopify Plus and on development stores alone.

export type FunctionConditions = {
  plus: boolean;
  development: boolean;
  /** As Shopify's `publicCategory`: PUBLIC, CUSTOM, PRIVATE, OTHER. */
  category: string;
  /** Shopify has refused a discount of this shop for that reason. */
  refused: boolean;
};

export function functionsAvailable({ plus, development, category, refused }: FunctionConditions): boolean {
  if (plus) return true;
  if (!development && (category === 'CUSTOM' || category === 'PRIVATE')) return false;
  return !refused;
}
