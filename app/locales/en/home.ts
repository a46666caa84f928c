import { pick, type PluralForm } from '../plural.ts';

/** The home page: setup guide, figures. */
export const home = {
  title: 'Home',

  guide: 'Setup guide',
  guideProgress: (done: string, all: string) => `${done} of ${all} steps completed`,
  dismiss: 'Dismiss',
  dismissGuide: 'Dismiss setup guide',
  showGuide: 'Show setup guide',
  stepDone: 'Completed',
  stepOpen: 'Not completed',

  cardStepElsewhere:
    'Your draft holds more than the first stamp card. Check it and publish it on the Program page.',
  chooseCollections: 'Choose collections',
  chooseProducts: 'Choose products',
  chosen: (names: string) => `Chosen: ${names}`,
  openMoments: 'Open moments',
  openProgram: 'Open Program',
  publishFailed: 'The card wasn’t published. Your choice is kept: try again.',

  blocksStep: 'Add the blocks to your theme',
  blocksMore: 'More blocks, if you like',
  blocksUnknown:
    'Your theme couldn’t be read just now, so what is already added may not be shown here. Each link opens the theme editor with the block in place.',
  blocks: {
    member: { name: 'Loyalty', page: 'Product page' },
    balance: { name: 'Points balance', page: 'Product page' },
    rewards: { name: 'Rewards', page: 'Cart page' },
    card: { name: 'Stamp card', page: 'Product page' },
    product: { name: 'Points for this product', page: 'Product page' },
    cart: { name: 'Benefits in this cart', page: 'Cart page' },
    launcher: { name: 'Launcher', page: 'Every page' },
    cartLine: { name: 'Cart line', page: 'For a cart drawer' },
    birthday: { name: 'Birthday and gifts', page: 'Product page' },
    howItWorks: { name: 'How it works', page: 'Home page' },
  },
  addBlock: 'Add to theme',
  addNamedBlock: (name: string, page: string) =>
    `Add to theme: ${name}, ${page.toLowerCase()} (opens in a new tab)`,
  blockAdded: 'Added',

  orderStep: 'Place a test order',
  orderStepHelp:
    'Sign in to your store as a customer and buy something. Shopify’s test payments do. The order appears here within seconds.',
  orderStepDone: 'The first order was counted.',
  openShop: 'Open your store',
  openShopLabel: 'Open your store (opens in a new tab)',

  figures: 'Figures',
  period: 'Period',
  lastDays: (days: string) => `Last ${days} days`,
  noFigures: 'Your figures start with the first order',
  noFiguresHelp: 'Members, points and filled cards appear here, day by day.',
  newMembers: 'New members',
  membersInAll: (count: string, form: PluralForm) =>
    pick(form, { one: `${count} member in all`, other: `${count} members in all` }),
  given: 'Points given',
  takenBack: (count: string) => `${count} taken back by refunds and corrections`,
  outstanding: 'Points outstanding',
  outstandingHelp: 'Given, and neither taken back nor spent',
  orders: 'Orders counted',
  ordersHelp: 'Orders that brought points or stamps',
  filled: 'Cards filled',
  filledHelp: 'Each one is worth a free item',
  change: (percent: string, days: string) => `${percent} compared with the ${days} days before`,
  noChange: (days: string) => `Same as in the ${days} days before`,
  nothingBefore: (days: string) => `Nothing in the ${days} days before`,
  chartLabel: (title: string, period: string) => `${title}, ${period.toLowerCase()}`,
  when: 'When',
  dayRange: (from: string, to: string) => `${from} – ${to}`,
};
