import { REWARD_LIMITS } from '#app/core/rewards/reward-rules.ts';
import { pick, type PluralForm } from '../plural.ts';

/** What points can be used for: the list, the editor, changes, and what is said beside them. */
export const rewards = {
  title: 'Rewards',
  group: { title: 'Customers use', help: 'What points buy.' },
  add: 'Add a reward',
  newHeading: 'New reward',
  mostReached: `A program has at most ${REWARD_LIMITS.rewards} rewards.`,
  empty: {
    heading: 'Points buy nothing yet',
    help: 'Begin with one of these, or with your own. Nothing shows in your store until you publish.',
    use: 'Begin with this',
    useNamed: (name: string) => `Begin with this: ${name}`,
    own: 'Another reward',
  },
  facts: {
    none: 'None given out yet',
    given: (count: string, _form: PluralForm) => `${count} given out`,
    held: (count: string, _form: PluralForm) => `${count} ready to use`,
    used: (count: string, _form: PluralForm) => `${count} used`,
    lapsed: (count: string, _form: PluralForm) => `${count} ended unused`,
    cost: (money: string) => `${money} off orders so far`,
    costNothing: 'nothing off orders so far',
    unmeasured: (count: string, _form: PluralForm) => `not measured: what ${count} took off`,
  },
  titleOf: {
    amount: (money: string) => `${money} off`,
    percent: (percent: string) => `${percent} off`,
    'free-shipping': 'Free shipping',
    product: (product: string) => `Free ${product}`,
    oneOfProducts: 'A free item',
    'any-amount': 'Any amount off',
  },

  /** "100 points are €5.00 off." */
  sentence: (points: string, form: PluralForm, what: string) =>
    pick(form, { one: `${points} is ${what}.`, other: `${points} are ${what}.` }),
  off: (money: string) => `${money} off the order`,
  percentOff: (percent: string) => `${percent} off the order`,
  percentOffProducts: (percent: string, products: string) => `${percent} off ${products}`,
  freeShipping: 'free shipping',
  freeShippingUpTo: (money: string) => `free shipping, for rates up to ${money}`,
  /** "10% off the order, at most €5.00" */
  atMost: (what: string, money: string) => `${what}, at most ${money}`,
  freeItem: (products: string) => `one free item: ${products}`,
  freeItemUpTo: (products: string, money: string) => `one free item up to ${money}: ${products}`,
  /** "100 points are €5.00: use as many as you like." */
  anyAmount: (points: string, money: string) => `${points} are ${money}: use as many as you like.`,
  productsToChoose: 'products you still have to choose',
  terms: {
    least: (money: string) => `At least ${money} at a time.`,
    most: (money: string) => `At most ${money} at a time.`,
    share: (percent: string) => `At most ${percent} of the cart.`,
    minimum: (money: string) => `Orders of at least ${money}.`,
    life: (days: string, form: PluralForm) =>
      pick(form, { one: `Ready to use for ${days} day.`, other: `Ready to use for ${days} days.` }),
    nextDay: 'From the next order, the day after.',
    usableOn: (days: string) => `Ready to use ${days}.`,
    taken: (days: string) => `Points buy it ${days}.`,
    perPerson: (times: string) => `At most ${times} for one customer.`,
    perPeriod: {
      day: (times: string) => `At most ${times} a day for one customer.`,
      week: (times: string) => `At most ${times} a week for one customer.`,
      month: (times: string) => `At most ${times} a calendar month for one customer.`,
      year: (times: string) => `At most ${times} a calendar year for one customer.`,
    },
    inAll: (times: string) => `At most ${times} in all.`,
    alone: (discounts: string) => `Not together with ${discounts}.`,
    keepsPoints: 'A refund brings no points back.',
  },

  kind: 'What it gives',
  kinds: {
    amount: 'An amount off the order',
    percent: 'A percentage off',
    'free-shipping': 'Free shipping',
    product: 'A free product',
    'any-amount': 'Any amount: customers choose how many points to use',
  },
  needsPlus: 'Free products and ceilings need Shopify Plus: a custom app can’t give them on your plan.',
  step: (points: string) => `Step, in ${points}`,
  stepWorth: (currency: string) => `What a step is worth (${currency})`,
  cost: (points: string) => `Cost in ${points}`,
  amount: (currency: string) => `Amount off (${currency})`,
  percent: 'Percentage off',
  percentMost: (currency: string) => `Takes off at most (${currency})`,
  percentMostHelp: 'Leave empty for no ceiling.',
  anyLeast: (currency: string) => `At least, each time (${currency})`,
  anyMost: (currency: string) => `At most, each time (${currency})`,
  anyMostHelp: 'Leave empty for no limit.',
  share: 'Share of the cart, at most',
  shareHelp:
    'At 100%, points can pay for a whole order. Ask your tax adviser: it may be taxed otherwise than a discount.',
  productUpTo: (currency: string) => `Costs at most (${currency})`,
  productUpToHelp: 'A dearer variant isn’t free. Leave empty for any price.',
  productHelp: (most: string) => `Up to ${most} products. The cheapest of them in the cart is free, once.`,
  of: 'Off what',
  ofOrder: 'The whole order',
  ofChosen: 'Chosen products and collections',
  upTo: (currency: string) => `For shipping rates up to (${currency})`,
  upToHelp: 'Higher rates stay as they are. Leave empty for any rate.',
  minimum: (currency: string) => `Order of at least (${currency})`,
  minimumHelp: 'Products before shipping. Leave empty for any order.',
  minimumOfAmount: 'A smaller order would leave a part of the amount unused.',
  lasts: 'Days to use it',
  lastsHelp: 'Unused by then, the points come back to the customer.',
  usable: 'When it can be used',
  usableAt: {
    'at-once': 'At once, on the same cart',
    'next-day': 'From the next order, the day after',
    days: 'On days that you name',
  },
  firstUse: 'First day to use it',
  lastUse: 'Last day to use it',
  more: (title: string) => `Limits, dates and combinations: ${title}`,
  moreShort: 'Limits, dates and combinations',
  perPerson: 'Most for one customer',
  perPeriod: 'Most for one customer in a period',
  period: 'Period',
  periods: { day: 'A day', week: 'A week', month: 'A calendar month', year: 'A calendar year' },
  periodHelp: 'Periods go by your store’s calendar: a month begins on its first day, a week on Monday.',
  inAll: 'Most in all',
  limitHelp: 'Leave empty for no limit.',
  startsOn: 'First day to take it',
  endsOn: 'Last day to take it',
  daysHelp: 'Leave both empty for a reward without end. Days count in your store’s time zone.',
  combinationsHelp: 'Discounts of yours that may apply to the same order.',
  cardForbids: (card: string) =>
    `Not together with the free item of “${card}”: that card doesn’t allow it. You can change it there.`,
  forbidsCards: 'Not together with the free item of a stamp card, because product discounts aren’t allowed.',
  refund: 'A refund brings points back',
  refundHelp: 'In proportion to what comes back. A cancelled order always brings them all back.',

  givesBack: {
    exactly: (percent: string) => `Gives back ${percent} of what is spent for it.`,
    'up-to': (percent: string) => `Gives back up to ${percent} of what is spent for it.`,
    about: (percent: string) => `Gives back about ${percent} of what is spent for it, on a usual order.`,
    unknown: 'How much it gives back depends on the order.',
    pointsOff: 'Orders earn no points now, so how much it gives back isn’t known.',
    short: (percent: string) => `gives back ${percent}`,
    shortUpTo: (percent: string) => `gives back up to ${percent}`,
    warn: 'That is a lot: more than a tenth.',
    ask: 'That is more than a quarter. You’ll be asked again before it is published.',
  },
  after: (orders: string, form: PluralForm) =>
    pick(form, {
      one: `A usual customer has it after ${orders} order.`,
      other: `A usual customer has it after ${orders} orders.`,
    }),
  neverOnOrder: 'It also takes something off products that never count: Shopify can’t leave them out.',
  oneOfBoth: 'Where the free item of a stamp card is the same one, only the better discount applies.',
  gone: 'A product that you chose is no longer in your store.',
  unsold: 'A product that you chose isn’t for sale now: drafts and archived products can’t be bought.',
  law: {
    note: 'This isn’t legal advice: ask someone who knows the law where you sell.',
    'france-daily-good':
      'France caps advantages on one everyday product at 34%, loyalty included. This may be above it.',
    'quebec-small':
      'Québec: with a reward worth more than CA$50.00, rules on ending points and changing the program apply.',
    'ontario-small': 'Ontario: with a reward worth more than CA$50.00, rules on ending points apply.',
  },

  sure: (title: string, percent: string) =>
    `I know that “${title}” gives back ${percent} of what is spent for it.`,

  remove: 'Remove this reward',
  removeTitle: (title: string) => `Remove “${title}”?`,
  removeHelp: 'Customers can take it until you publish. Whoever has taken it can still use it.',

  added: 'new',
  parts: {
    title: (title: string) => `Name of “${title}”`,
    cost: (title: string) => `${title}, cost`,
    gives: (title: string) => `${title}, what it gives`,
    minimum: (title: string) => `${title}, smallest order`,
    life: (title: string) => `${title}, days to use it`,
    days: (title: string) => `${title}, days to take it`,
    limits: (title: string) => `${title}, limits`,
    combination: (title: string) => `${title}, discounts`,
    refund: (title: string) => `${title}, refunds`,
  },
  values: {
    anyOrder: 'any order',
    life: (days: string, form: PluralForm) => pick(form, { one: `${days} day`, other: `${days} days` }),
    nextDay: (life: string) => `${life}, from the day after`,
    noLimit: 'no limit',
    refunded: { 'in-proportion': 'points come back', nothing: 'no points come back' },
  },
  change: {
    added: (title: string, sentence: string) => `New reward: “${title}”. ${sentence}`,
    ended: (title: string) => `The reward “${title}” ends. Whoever has taken it can still use it.`,
    part: (what: string, after: string, before: string) => `${what}: ${after}. Before: ${before}.`,
    keeps: (title: string) => `Whoever has taken “${title}” before keeps it as it was.`,
  },

  discount: {
    making: 'Its discount is being made at Shopify.',
    active: 'Its discount is active: its codes work in the cart.',
    scheduled: 'Its discount hasn’t started yet. The app starts it within the hour.',
    ended: 'Its discount has ended at Shopify. The app starts it again within the hour.',
    problems: {
      'functions-not-available':
        'Shopify runs the discounts of a custom app on Shopify Plus and on development stores only. Nobody can take this reward, and whoever took it gets the points back.',
    },
    idleGifts: (gifts: string, form: PluralForm) =>
      pick(form, {
        one: `${gifts} gift of it can’t be used meanwhile.`,
        other: `${gifts} gifts of it can’t be used meanwhile.`,
      }),
    changeHere: 'Change the reward here instead: the app keeps its discount as you publish it.',
  },
  health: {
    name: 'Free items and rewards',
    working: (working: string, all: string, form: PluralForm) =>
      pick(form, { one: `${working} of ${all} discount`, other: `${working} of ${all} discounts` }),
  },

  never: {
    heading: 'Products that never count',
    help: 'They earn no points and fill no card. No card and no reward on products takes them off.',
    example: 'For example baby formula, or books at a fixed price.',
    chosen: (picks: string) => `These never count: ${picks}.`,
    none: 'Every product counts.',
    noneShort: 'none',
  },
};
