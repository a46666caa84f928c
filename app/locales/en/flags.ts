import { pick, type PluralForm } from '../plural.ts';

/** Orders whose discount may be a card's and couldn't be read for certain. */
export const flags = {
  title: 'Orders to check',
  intro:
    'A discount on these orders may have been a stamp card’s free item. No stamps are taken until you decide.',
  open: 'To decide',
  decided: 'Decided',
  noneOpen: 'No discounts to check',
  noneOpenHelp: 'Orders appear here when the app can’t tell whether a discount was a free item.',
  seeOpen: 'See what is to decide',
  noneDecided: 'No decisions yet',
  noneDecidedHelp: 'Orders that you decided on are kept here. A decision can be changed.',
  order: (name: string) => `Order ${name}`,
  member: 'View member',
  guest: 'No member: the order has no customer.',
  raised: (when: string) => `Noticed on ${when}`,
  seen: (title: string, amount: string, gross: string, quantity: string) =>
    `“${title}” took ${amount} off a line of ${quantity} worth ${gross}.`,
  units: (count: string, form: PluralForm) => pick(form, { one: `${count} item`, other: `${count} items` }),
  reasons: {
    'not-whole-units': (card: string) =>
      `It has the title of “${card}”, but isn’t the price of whole items. It may be a discount of your own.`,
    'ineligible-line': (card: string) =>
      `It has the title of “${card}”, but that card doesn’t count this product.`,
    'foreign-title': (card: string) =>
      `It made whole items of “${card}” free under a title that isn’t the card’s. The discount may have been renamed.`,
    subscription: (card: string) =>
      `It has the title of “${card}” on a subscription order. That may repeat a free item already paid for.`,
  },
  count: (units: string) => `Count ${units} as free`,
  freeUnits: 'Items to count as free',
  freeUnitsHelp: (most: string, size: string | null) =>
    size === null
      ? `From 1 to ${most}. Each one takes a full card’s stamps.`
      : `From 1 to ${most}. Each one takes ${size} stamps.`,
  notFree: 'Not a free item',
  decidedFree: (units: string, when: string) => `Counted on ${when}: ${units} free.`,
  decidedNot: (when: string) => `Decided on ${when}: not a free item.`,
  decidedBy: (user: string) => `By the staff member with Shopify user ID ${user}.`,
  change: 'Change decision',
  cancel: 'Cancel',
  isYours: (name: string) => `Is “${name}” your own discount?`,
  madeFree: (orders: string, form: PluralForm) =>
    pick(form, {
      one: `It made items free on ${orders} order, as a stamp card would.`,
      other: `It made items free on ${orders} orders, as a stamp card would.`,
    }),
  isYoursHelp:
    'Your own discounts never take stamps. You’re asked once for each name, and can change your answer.',
  mine: 'Yes, it’s mine',
  freeOne: (noun: string | null) => `No, it’s the free ${noun ?? 'item'}`,
  names: 'Discounts you answered for',
  namesHelp: 'Each answer holds for every order with that discount, past and to come.',
  isOwn: (name: string) => `“${name}” is your own discount.`,
  isCard: (name: string) => `“${name}” is a stamp card’s free item.`,
  toCard: 'It’s the free item',
  toCardNamed: (name: string) => `It’s the free item: “${name}”`,
  toOwn: 'It’s my own',
  toOwnNamed: (name: string) => `It’s my own: “${name}”`,
  saved: 'Decision saved. The stamps follow in a moment.',
  failed: 'The decision wasn’t saved',
  problems: {
    'no-flag': 'This order no longer needs a decision.',
    'not-units-of-line': 'Enter a whole number, at most what this line holds',
    'not-saved': 'Shopify or the app couldn’t be reached. Nothing was changed: try again.',
  },
  first: 'First page',
  next: 'Next page',
  home: (count: string, form: PluralForm) =>
    pick(form, {
      one: `${count} discount needs your decision`,
      other: `${count} discounts need your decision`,
    }),
  homeMore: (count: string) => `More than ${count} discounts need your decision`,
  homeHelp:
    'It may have been a stamp card’s free item. Until you decide, it takes no stamps from the customer.',
  check: 'Check orders',
  ofMember: 'Needs your decision',
};
