import { pick, type PluralForm } from '../plural.ts';

/** Why an order's number is what it is. */
export const explain = {
  orderGave: (order: string, amount: string) => `Order ${order} gave ${amount}.`,
  orderTook: (order: string, amount: string) => `Order ${order} took back ${amount}.`,
  orderEarns: (order: string, amount: string) => `Order ${order} is worth ${amount}.`,
  cartEarns: (amount: string) => `This cart earns ${amount}.`,
  stamps: (count: string, form: PluralForm) =>
    pick(form, { one: `${count} stamp`, other: `${count} stamps` }),
  stampsOn: (stamps: string, card: string) => `${stamps} on ${card}`,
  underVersion: (version: string) => `The rules of version ${version} apply.`,
  line: (title: string, money: string) => `${title}: ${money}`,
  lineNumber: (number: string) => `Product ${number}`,
  giftCardLine: (title: string, money: string) => `${title}: ${money}, not counted: gift cards don’t earn.`,
  neverLine: (title: string, money: string) => `${title}: ${money}, not counted: this product never counts.`,
  tipLine: (title: string, money: string) => `${title}: ${money}, not counted: tips don’t earn.`,
  shipping: (money: string) => `Shipping: ${money}`,
  goodwill: (money: string, of: string) =>
    `Given back as goodwill: ${money} of the ${of} that the order now costs. Money that was due back isn’t part of it.`,
  givenBack: (money: string) =>
    `Money given back lowers every line in proportion, which leaves ${money} to count.`,
  sum: (money: string, points: string) => `${money} → ${points}`,
  steps: (money: string, step: string, points: string, rounding: string) =>
    `${money} ÷ ${step} = ${points}${rounding}`,
  stepsTimes: (money: string, step: string, steps: string, each: string, points: string, rounding: string) =>
    `${money} ÷ ${step} = ${steps}${rounding}, × ${each} = ${points}`,
  roundedDown: ' (rounded down)',
  stampUnits: (stamps: string) => `${stamps}: one per item kept.`,
  withFree: (stamps: string, units: string, free: string) => `${stamps} = ${units} − ${free}`,
  withFreeKept: (stamps: string, kept: string, quantity: string, free: string) =>
    `${stamps}, in proportion to what is kept: ${kept} of ${quantity}, less ${free}.`,
  ofLine: (title: string, sentence: string) => `${title}: ${sentence}`,
  freeUnits: (size: string) => `A free item takes ${size} stamps, in proportion to what is kept.`,
  freeTakes: (free: string, size: string, stamps: string) => `${free} × ${size} stamps = ${stamps}`,
  freeTakesKept: (free: string, kept: string, quantity: string, size: string, stamps: string) =>
    `${free}, for ${size} stamps each. ${kept} of ${quantity} kept: ${stamps} in proportion.`,
  units: (count: string, form: PluralForm) => pick(form, { one: `${count} item`, other: `${count} items` }),
  freeItems: (count: string, form: PluralForm) =>
    pick(form, { one: `${count} free item`, other: `${count} free items` }),
  orderUsed: (order: string, amount: string) => `Order ${order} used ${amount} for its free items.`,
  orderReturned: (order: string, amount: string) =>
    `Order ${order} gave back ${amount} that its free items had used.`,
  cartUses: (amount: string) => `Its free items use ${amount}.`,
  wasUsed: (amount: string) => `The order had already used ${amount}.`,
  isUsed: (amount: string) => `As it stands now, it should use ${amount}.`,
  repaid: (amount: string) => `Of this, ${amount} made up for a negative balance.`,
  nowOwed: (amount: string) => `The balance is ${amount} below zero: the next ones make up for it first.`,
  noStampLine: 'None of its products are on this card.',
  before: (amount: string) => `The order had already given ${amount}.`,
  now: (amount: string) => `As it stands now, it should give ${amount}.`,
  pending: (amount: string) => `Of this, ${amount} will come once the order is paid.`,
  pendingMore: (amount: string) => `Another ${amount} will come once the order is paid.`,
  pointsOff: 'Under these rules orders earn no points.',
  beforeProgram: 'It was placed before your program began, so it earns nothing.',
  blocked: 'This member was excluded by hand, so it earns nothing.',
  excludedByTag: 'The customer has a tag that you exclude, so it earns nothing.',
  moved: 'It was moved to another customer, so what it had given was taken back here.',
  paused: 'Your program was paused when it was placed, so it earns nothing.',
  cancelled: 'It was cancelled, so it earns nothing.',
  deleted: 'It was deleted, so it earns nothing.',
  testOrder: 'It is a test order, and your program doesn’t count those.',
  notTold: 'Shopify hasn’t sent its details yet.',
  refunded: 'All of its payments were refunded.',
};
