import { pick, type PluralForm } from '../plural.ts';

/** Conditions on members: who a moment is for. */
export const who = {
  heading: 'Who',
  everybody: 'Everybody in your program',
  add: 'Add a condition',
  remove: (condition: string) => `Remove: ${condition}`,
  all: 'All of these hold:',
  count: (among: string, members: string) => `${among} of ${members} members now.`,
  countAbout: (among: string, members: string) => `About ${among} of ${members} members now.`,
  countBeforeTags: 'Tags aren’t counted here: with them there may be fewer.',
  countWaits:
    'Members can’t be counted until each collection has been read. New ones are read when you save.',
  waiting: {
    heading: 'Nobody gets this for now',
    soon: 'A collection is still being read. That usually takes a minute.',
    gone: (collection: string) =>
      `${collection} isn’t in your store any more. Choose another one, and publish.`,
    'too-large': (collection: string) =>
      `${collection} holds more than 25,000 products: too many to read. Choose a smaller one, and publish.`,
    refused: (collection: string) =>
      `${collection} can’t be read: Shopify doesn’t show it. We try again every day.`,
    named: (title: string) => `The collection “${title}”`,
    unnamed: 'A collection you chose',
  },
  kind: 'Condition',
  kinds: {
    'tags-in': 'Has one of these tags',
    'tags-out': 'Has none of these tags',
    'first-timers': 'New customers',
    'birthday-month': 'Born in a month',
    bought: 'Has bought',
    ordered: 'Has ordered',
    orders: 'Number of orders',
    'last-order': 'Days since the last order',
  },
  tags: 'Tags, with commas between',
  month: 'Month',
  thisMonth: 'The current month',
  collectionsHelp:
    'What is in a collection today counts, whenever it was bought. Collections are read once a day.',
  within: 'In the last so many days',
  withinHelp: 'Empty: ever.',
  orderedHelp: 'Empty: ever. Orders since your program began count, unless they were cancelled.',
  least: 'At least',
  most: 'At most',
  said: {
    'tags-in': (tags: string) => `tagged ${tags}`,
    'tags-out': (tags: string) => `not tagged ${tags}`,
    'first-timers': 'with one order at most',
    month: (month: string) => `born in ${month}`,
    thisMonth: 'born in the current month',
    bought: (products: string) => `who bought ${products}`,
    boughtWithin: (products: string, days: string, form: PluralForm) =>
      pick(form, {
        one: `who bought ${products} in the last day`,
        other: `who bought ${products} in the last ${days} days`,
      }),
    ordered: 'who have ordered',
    orderedWithin: (days: string, form: PluralForm) =>
      pick(form, {
        one: 'who ordered in the last day',
        other: `who ordered in the last ${days} days`,
      }),
    orders: (bounds: string, form: PluralForm) =>
      pick(form, { one: `with ${bounds} order`, other: `with ${bounds} orders` }),
    lastOrder: (bounds: string, form: PluralForm) =>
      pick(form, {
        one: `whose last order was ${bounds} day ago`,
        other: `whose last order was ${bounds} days ago`,
      }),
    between: (least: string, most: string) => `${least} to ${most}`,
    least: (least: string) => `${least} or more`,
    most: (most: string) => `${most} or fewer`,
    anyNumber: 'any number of',
  },
  customers: (conditions: string) => `customers ${conditions}`,
};
