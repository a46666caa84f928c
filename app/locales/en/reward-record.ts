import { pick, type PluralForm } from '../plural.ts';

/** The record of rewards: the orders and rewards that the home page counts. */
export const rewardRecord = {
  title: 'What became of rewards',
  intro: 'Customers see their rewards on your store’s pages. Whether they looked isn’t measured.',
  views: { orders: 'Orders', given: 'Given out', lapsed: 'Ended unused' },
  ordersUnit: 'Orders with a reward',
  count: {
    orders: (count: string, form: PluralForm) =>
      pick(form, { one: `${count} order`, other: `${count} orders` }),
    given: (count: string, form: PluralForm) =>
      pick(form, { one: `${count} reward`, other: `${count} rewards` }),
    lapsed: (count: string, form: PluralForm) =>
      pick(form, { one: `${count} reward`, other: `${count} rewards` }),
  },
  since: (date: string) => `since ${date}`,
  nothing: {
    orders: {
      heading: 'No order with a reward',
      help: 'Orders that a reward took something off appear here. Cancelled ones don’t count.',
    },
    given: {
      heading: 'No reward given out',
      help: 'What customers take for points appears here, and what you give them.',
    },
    lapsed: {
      heading: 'No reward ended unused',
      help: 'Rewards whose last day passed appear here. The points they cost went back.',
    },
  },
  off: (money: string) => `${money} off`,
  nothingOff: 'nothing off',
  notMeasured: 'not measured',
  forPoints: 'Taken for points',
  asGift: 'A gift',
  see: 'See what became of rewards',
};
