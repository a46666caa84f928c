/** Orders that couldn't be counted; each waits alone and is tried again. */
export const setAside = {
  title: 'Orders that couldn’t be counted',
  intro:
    'Their points and stamps are missing. Each waits by itself and holds up no other; it’s tried again until it counts.',
  badge: 'Not counted',
  since: (when: string) => `Since ${when}`,
  why: {
    uncountable: 'The app failed when it worked out the points and stamps of this order.',
    untold: 'Shopify refuses to say what the app must know of this order’s products or customer.',
    unreadable: 'Shopify sends this order in a way that the app can’t read.',
  },
  next: (when: string) => `Next try on ${when}.`,
  nextNow: 'It’s being tried now. Open this page again in a minute.',
  more: 'There are more. They appear here once these are counted.',
  tryAgain: 'Try all again',
  tried: 'All are being tried again.',
  allCounted: 'All orders are counted now.',
  failed: 'Shopify or the app couldn’t be reached. Nothing was tried: try again.',
  show: 'Show these orders',
};
