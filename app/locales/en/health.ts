import type { PluralForm } from '../plural.ts';

/** What a sentence about a state may name. */
export type HealthWords = {
  count: string;
  form: PluralForm;
  /** An instant. */
  since: string;
  /** Shopify's code, a currency, or orders' names. */
  detail: string;
  /** The program's currency. */
  currency: string;
  /** Days: of the stamps that carts go by, and the last one on which they do. */
  told: string;
  until: string;
};

const KEPT = 'Nothing is lost.';
const AGAIN = 'The app tries again by itself';

const named = (names: string, form: PluralForm) =>
  names && `${form === 'one' ? 'Order' : 'The first orders'}: ${names}. `;
const customers = (count: string, form: PluralForm) =>
  `${count} ${form === 'one' ? 'customer' : 'customers'}`;
const rewards = (count: string, form: PluralForm) => `${count} ${form === 'one' ? 'reward' : 'rewards'}`;
const orders = (count: string, form: PluralForm) => `${count} ${form === 'one' ? 'order' : 'orders'}`;

/** Whether all is well: each state by its name, and what it means for shoppers and what to do where it isn't well. */
export const health = {
  title: 'Health',
  overall: { good: 'All is well', waiting: 'Waiting', late: 'Needs attention' },
  states: { waiting: 'Waiting', late: 'Attention' },
  more: (count: string) => `More than ${count}`,
  working: 'Working',
  asPublished: 'As published',
  beingWritten: 'Being written',
  behind: 'Behind',
  unreadable: 'Can’t be read',
  refusedSince: (since: string) => `Refused since ${since}`,
  justNow: 'Just now',
  noOrder: 'None so far',
  countIn: (currency: string) => `Count in ${currency}`,
  names: {
    token: 'Connection to Shopify',
    orders: 'Orders waiting to be counted',
    setAside: 'Orders that couldn’t be counted',
    sync: 'Members being updated',
    refused: 'Members whose numbers Shopify refuses',
    unreadable: 'Members who can’t be read',
    gone: 'Members deleted at Shopify',
    stamps: 'Members with old stamps in the cart',
    requests: 'Merged and erased customers',
    gifts: 'Birthday and anniversary gifts',
    waitingRewards: 'Rewards being prepared',
    returning: 'Rewards coming back',
    collections: 'Collections of moments that can’t be read',
    rules: 'Published rules',
    program: 'Program in your store',
    currency: 'Currency',
    webhooks: 'Last order received',
    reconciliation: 'Orders checked up to',
  },
  /** What happens by itself. */
  waiting: {
    orders: 'This takes seconds, and goes down by itself.',
    sync: 'Shopify takes a limited number of changes a second. This goes down by itself.',
    refused: 'Each is tried again by itself, for as long as it takes.',
    requests: 'Being carried out. This goes down by itself.',
    gifts: 'The day’s gifts are being given.',
    waitingRewards: 'Shopify is making codes for them. This goes down by itself.',
    returning: 'Their points come back within about an hour.',
    program: 'It reaches your store within seconds.',
    webhooks: 'Each order is received as it is placed. A test order shows that it works.',
  },
  /** What it means for shoppers, and what to do. */
  late: {
    token: ({ since }: HealthWords) =>
      `Shopify has refused the connection since ${since}: points and stamps stand still. Open the app again from your Shopify admin, and everything is caught up on.`,
    orders: ({ count, form, since }: HealthWords) =>
      `${orders(count, form)} not counted, the first since ${since}: points and stamps come late. ${KEPT}`,
    setAside: ({ count, form, since, detail }: HealthWords) =>
      `${orders(count, form)} couldn’t be counted, the first on ${since}: points and stamps are missing. ${named(detail, form)}${AGAIN}.`,
    sync: ({ count, form, since }: HealthWords) =>
      `${customers(count, form)} may see older points and stamps, the first since ${since}. ${KEPT}`,
    refused: ({ count, form, since, detail }: HealthWords) =>
      `Shopify refuses the numbers of ${customers(count, form)}, the first since ${since}: they see older ones. ${AGAIN}: ${detail}.`,
    unreadable: ({ count, form, since }: HealthWords) =>
      `What is stored of ${customers(count, form)} can’t be read since ${since}: they see older numbers. ${AGAIN}.`,
    stamps: ({ told, until }: HealthWords) =>
      `Carts give free items by the stamps of ${told}, until ${until} and no longer. It goes on by itself once Shopify answers again.`,
    requests: ({ count, form, since }: HealthWords) =>
      `${customers(count, form)} to be merged or erased, the first since ${since}. ${KEPT}`,
    gifts: ({ since }: HealthWords) =>
      `Some gifts have not been given since ${since}. They are given late, while their days last. ${AGAIN}.`,
    waitingRewards: ({ count, form, since }: HealthWords) =>
      `${rewards(count, form)} given and not ready to use, the first since ${since}. They can be taken back on the member’s page. ${AGAIN}.`,
    returning: ({ count, form, since }: HealthWords) =>
      `${rewards(count, form)} on the way back, the first since ${since}: points come back late. ${AGAIN}.`,
    collections: ({ since, detail }: HealthWords) =>
      `Moments give nothing since ${since}, because a collection can’t be read${detail && `: ${detail}`}. It is gone, too large, or Shopify doesn’t show it. The moment’s page says which.`,
    rules: () => 'The published rules can’t be read: orders wait, and nothing is lost.',
    program: ({ since }: HealthWords) =>
      `Your store doesn’t show the program that was published on ${since}: customers read older rules. ${KEPT}`,
    discounts: ({ since }: HealthWords) =>
      `Carts don’t go by the stamp cards that were published on ${since}. ${KEPT}`,
    currency: ({ detail, currency }: HealthWords) =>
      `Your store now sells in ${detail}, and the program was made for ${currency}. Until you decide, orders in ${detail} are counted by the figures for ${currency}. Count in ${detail}, then check the rate on the Program page.`,
    webhooks: () => 'If you sold something since, reinstall the app. Orders are still read every hour.',
    reconciliation: ({ since }: HealthWords) =>
      `Orders since ${since} may be missing. They’re read as soon as Shopify answers again.`,
  },
};
