import { pick, type PluralForm } from '../plural.ts';

/** What a member bought, on the member's page. */
export const purchases = {
  title: 'Purchases',
  none: 'No purchases yet. They appear here once an order is paid.',
  sum: (count: string, form: PluralForm, money: string) =>
    `${count} ${pick(form, { one: 'purchase', other: 'purchases' })}, ${money} for what was kept, without shipping.`,
  span: (first: string, last: string) => `From ${first} to ${last}.`,
  on: (day: string, ago: string) => `On ${day}, ${ago}.`,
  gap: (days: string, form: PluralForm) =>
    `Usually every ${pick(form, { one: 'day', other: `${days} days` })}.`,
  lastAgo: (ago: string) => `The last one ${ago}.`,
  before: (count: string, form: PluralForm) =>
    `Shopify counts ${count} more ${pick(form, { one: 'order', other: 'orders' })} that aren’t here: no new customer.`,
  ours: (money: string) => `${money} off by your program`,
  others: (money: string) => `${money} off by other discounts`,
  sent: (day: string) => `Sent ${day}`,
  promised: (day: string) => `promised for ${day}`,
  delivered: (day: string) => `Delivered ${day}`,
  newest: 'Latest purchases',
  older: 'Older purchases',
};
