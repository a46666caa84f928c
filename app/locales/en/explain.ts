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
  lineNumber: (number: string) => `Line ${number}`,
  giftCardLine: (title: string, money: string) => `${title}: ${money}, not counted: gift cards don’t earn.`,
  tipLine: (title: string, money: string) => `${title}: ${money}, not counted: tips don’t earn.`,
  shipping: (money: string) => `Shipping: ${money}`,
  goodwill: (money: string, of: string) =>
    `Given back as goodwill: ${money} of the ${of} that the order now costs. Money that was due back isn’t part of it.`,
  givenBack: (money: string) =>
    `Money given back lowers every line in proportion, which leaves ${money} to count.`,
  steps: (money: string, steps: string, step: string, points: string) =>
    `${money} holds ${step} ${steps} times over, which makes ${points}. Part of a step earns nothing.`,
  stampUnits: (stamps: string) => `${stamps}, one for each unit kept.`,
  withFree: (stamps: string, units: string, free: string) =>
    `${stamps}: ${units}, of which ${free} free and without a stamp.`,
  withFreeKept: (stamps: string, kept: string, quantity: string, free: string) =>
    `${stamps}, in proportion to what is kept: ${kept} of ${quantity}, of which ${free} free and without a stamp.`,
  ofLine: (title: string, sentence: string) => `${title}: ${sentence}`,
  freeUnits: (size: string) => `A free unit takes ${size} stamps, in proportion to what is kept.`,
  freeTakes: (free: string, size: string, stamps: string) =>
    `${free} free. A free unit takes ${size} stamps, which makes ${stamps}.`,
  freeTakesKept: (free: string, kept: string, quantity: string, size: string, stamps: string) =>
    `${free} free, which takes ${size} stamps each. ${kept} of ${quantity} are kept, and in proportion so are ${stamps}.`,
  units: (count: string, form: PluralForm) => pick(form, { one: `${count} unit`, other: `${count} units` }),
  orderUsed: (order: string, amount: string) => `Order ${order} used ${amount} for its free units.`,
  orderReturned: (order: string, amount: string) =>
    `Order ${order} gave back ${amount} that its free units had used.`,
  cartUses: (amount: string) => `Its free units use ${amount}.`,
  wasUsed: (amount: string) => `The order had already used ${amount}.`,
  isUsed: (amount: string) => `As it stands now, it should use ${amount}.`,
  repaid: (amount: string) => `Of this, ${amount} repaid what was owed.`,
  nowOwed: (amount: string) => `The balance is ${amount} below zero, which the next ones repay first.`,
  noStampLine: 'None of its products are on this card.',
  before: (amount: string) => `The order had already given ${amount}.`,
  now: (amount: string) => `As it stands now, it should give ${amount}.`,
  pending: (amount: string) => `Of this, ${amount} will come once the order is paid.`,
  pendingMore: (amount: string) => `Another ${amount} will come once the order is paid.`,
  beforeProgram: 'It was placed before your program began, so it earns nothing.',
  blocked: 'This member was left out by hand, so it earns nothing.',
  excludedByTag: 'The customer has a tag that you leave out, so it earns nothing.',
  moved: 'It was moved to another customer, so what it had given was taken back here.',
  cancelled: 'It was cancelled, so it earns nothing.',
  deleted: 'It was deleted, so it earns nothing.',
  testOrder: 'It is a test order, and your program doesn’t count those.',
  notTold: 'Shopify hasn’t sent its details yet.',
  refunded: 'All of its payments were refunded.',
};
