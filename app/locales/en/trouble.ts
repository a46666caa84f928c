import type { PluralForm } from '../plural.ts';
import type { HealthWords } from './health.ts';

const rewards = (count: string, form: PluralForm) => `${count} ${form === 'one' ? 'reward' : 'rewards'}`;
const orders = (count: string, form: PluralForm) => `${count} ${form === 'one' ? 'order' : 'orders'}`;
const customers = (count: string, form: PluralForm) =>
  `${count} ${form === 'one' ? 'customer' : 'customers'}`;

/** What needs attention, on top of the home page: one sentence and one button each. The rest stands in Health below. */
export const trouble = {
  sentences: {
    token: () => 'Shopify no longer lets the app in: points and stamps stand still.',
    orders: ({ count, form }: HealthWords) =>
      `${orders(count, form)} not counted yet: points and stamps come late.`,
    setAside: ({ count, form }: HealthWords) =>
      `${orders(count, form)} couldn’t be counted: points and stamps are missing.`,
    sync: ({ count, form }: HealthWords) => `${customers(count, form)} may see older points and stamps.`,
    refused: ({ count, form }: HealthWords) =>
      `Shopify refuses the numbers of ${customers(count, form)}: they see older ones.`,
    unreadable: ({ count, form }: HealthWords) =>
      `${customers(count, form)} can’t be read, and see older numbers.`,
    stamps: ({ until }: HealthWords) =>
      `After ${until}, carts give nothing free until Shopify answers again.`,
    requests: ({ count, form }: HealthWords) => `${customers(count, form)} still to be merged or erased.`,
    gifts: () => 'Some gifts are late. They are given while their days last.',
    waitingRewards: ({ count, form }: HealthWords) =>
      `${rewards(count, form)} given, and not ready to use yet.`,
    returning: ({ count, form }: HealthWords) =>
      `${rewards(count, form)} on the way back: points come back late.`,
    collections: () => 'A moment gives nothing: its collection can’t be read.',
    rules: () => 'The published rules can’t be read: orders wait, and nothing is lost.',
    program: () => 'Your store still shows older rules than those you published.',
    discounts: () => 'Carts don’t go by the stamp cards that you published.',
    currency: ({ detail, currency }: HealthWords) =>
      `Your store now sells in ${detail}, and the program counts in ${currency}.`,
    reconciliation: ({ since }: HealthWords) => `Orders since ${since} may be missing.`,
  },
  /** Of one card, by its title; what to do stands on its page. */
  ofCard: {
    'functions-not-available': (card: string) =>
      `Carts don’t go by “${card}”: Shopify doesn’t run the app’s discounts on your plan.`,
    'function-missing': (card: string) =>
      `Carts don’t go by “${card}”: the app’s discount isn’t at Shopify yet.`,
    'too-many-discounts': (card: string) =>
      `Carts don’t go by “${card}”: your store has as many discounts as Shopify allows.`,
    'title-taken': (card: string) => `Carts don’t go by “${card}”: another discount has its title.`,
    'products-gone': (card: string) => `Carts don’t go by “${card}”: its products are gone from your store.`,
    refused: (card: string) => `Carts don’t go by “${card}”: Shopify refused its discount.`,
    'scope-missing': (card: string) =>
      `Carts don’t go by “${card}”: the app isn’t allowed to manage discounts.`,
  },
  ofReward: (reward: string) => `Nobody can take “${reward}”: its discount isn’t at Shopify.`,
  openCard: 'See what to do',
  tryAgain: 'Try again now',
  tryingAgain: 'Trying again. Look again in a minute.',
  reopen: 'Connect again',
  details: 'Details',
  lastOrder: (when: string) => `Last order received: ${when}`,
};
