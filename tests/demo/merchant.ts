/** Shopify's id of the user who opens the stand-in's admin, and so of whoever does something in the app. */
export const MERCHANT = '548380009';
