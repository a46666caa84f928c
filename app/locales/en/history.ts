import { pick, type PluralForm } from '#app/locales/plural.ts';

/** A shopper's own history on the shop's pages: what moved points and stamps, and why. Amounts come with the points' own name. */
export const history = {
  signIn: 'Sign in to see your history.',
  none: 'Nothing yet. What you earn and use will show here.',
  order: (name: string) => `Order ${name}`,
  changed: (name: string) => `Order ${name} changed`,
  cancelled: (name: string) => `Order ${name} cancelled`,
  refunded: (name: string) => `Order ${name} refunded`,
  /** Deleted, or it went to another account. */
  gone: (name: string) => `Order ${name} no longer counts`,
  freeItems: (count: string, form: PluralForm) =>
    pick(form, { one: `${count} free item`, other: `${count} free items` }),
  pending: (amount: string) => `${amount} more once it’s paid`,
  gifts: { birthday: 'Birthday gift', anniversary: 'Gift for another year with us' },
  gift: 'Gift',
  giftUsed: (orders: string) => `Used on order ${orders}.`,
  giftEnded: 'It ended unused.',
  given: (what: string, title: string) => `${what}: ${title}`,
  adjusted: 'Changed by the shop',
  left: 'Left the program, or from before it',
  merged: 'Two accounts became one',
  used: (title: string) => `Taken: ${title}`,
  back: (title: string) => `Given back: ${title}`,
  why: {
    'amount-changed': 'You changed how much it takes off.',
    'not-used': 'It ended unused.',
    'in-part': 'Your order needed only a part of it.',
    refunded: 'Items of its order went back.',
    'order-gone': 'Its order was cancelled or never paid.',
    'taken-off': 'Its code was taken off the order.',
    'used-again': 'More than one order used it.',
    'used-late': 'An order used it after its points were back.',
    settled: 'Its order changed.',
  },
  onOrders: (orders: string) => `Used on order ${orders}.`,
  other: 'Something else',
  stamps: (count: string, form: PluralForm) =>
    pick(form, { one: `${count} stamp`, other: `${count} stamps` }),
  onCard: (amount: string, card: string) => `${amount} on ${card}`,
};
