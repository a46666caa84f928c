import { pick, type PluralForm } from '../plural.ts';

/** A member's rewards on the member's page: what is ready, what became of the others, and the merchant's hand. */
export const memberRewards = {
  title: 'Rewards',
  none: 'No rewards yet.',
  states: {
    waiting: 'Being prepared',
    held: 'Ready to use',
    used: 'Used',
    releasing: 'Coming back',
    released: 'Given back',
  },
  over: 'Over',
  openGift: 'A gift',
  toChoose: 'To be chosen',
  /** Of what was given back: why. */
  endings: {
    lapsed: 'Its last day passed, and nobody used it.',
    'given-back': 'The customer gave it back.',
    withdrawn: 'Taken back by hand.',
    erased: 'The customer was erased.',
    left: 'The customer left the program.',
    unexplained: 'Shopify shows its code as used, and no order says on what.',
    'function-stopped': 'Shopify doesn’t run its discount on your plan any more.',
    'card-in-cart': 'The cart gives the card’s free item by itself again.',
    'products-gone': 'Its products aren’t in your store any more.',
  },
  takenBackBecause: (reason: string) => `Taken back by hand: ${reason}`,
  forPoints: (points: string, day: string) => `For ${points}, ${day}`,
  byHand: (day: string) => `By hand, ${day}`,
  forMoment: {
    birthday: (year: string, day: string) => `For the birthday ${year}, ${day}`,
    anniversary: (year: string, day: string) => `For the membership anniversary ${year}, ${day}`,
  },
  ofMoment: (name: string, day: string) => `By the moment “${name}”, ${day}`,
  again: (day: string) => `Given again after a cancelled order, ${day}`,
  until: (day: string) => `Until ${day}`,
  between: (from: string, until: string) => `From ${from} to ${until}`,
  offOrder: (order: string, off: string) => `${order} (${off})`,
  usedOn: (orders: string, form: PluralForm) =>
    `On ${pick(form, { one: 'order', other: 'orders' })} ${orders}`,
  waitingHelp: 'No code is ready. The customer gets one as soon as there is one.',
  code: (code: string) => `Code: ${code}`,
  reason: (reason: string) => `Reason: ${reason}`,
  note: (note: string) => `Message to the customer: “${note}”`,
  more: (count: string) => `and ${count} older`,

  give: 'Give a reward',
  reward: 'Reward',
  giveHelp: 'It costs the customer no points. Limits and dates of the reward don’t apply.',
  given: 'Reward given',
  takeBack: 'Take back',
  takeBackNamed: (title: string) => `Take back “${title}”`,
  takeBackTitle: (title: string) => `Take back “${title}”?`,
  takeBackHelp: (points: string) =>
    `The code stops working. The ${points} come back to the customer within about an hour.`,
  takeBackGiftHelp: 'The code stops working. It cost the customer no points, so none come back.',
  takeBackWaitingHelp: 'It has no code yet: the customer never gets it.',
  takenBack: 'Reward on its way back',
  waitingTakenBack: 'Reward taken back',
  /** What the merchant should look at. */
  flags: {
    title: 'Rewards to check',
    intro:
      'Something happened with these rewards that the app can’t settle alone. Nothing waits for your answer.',
    home: (count: string, form: PluralForm) =>
      pick(form, { one: `${count} reward to check`, other: `${count} rewards to check` }),
    homeMore: (count: string) => `More than ${count} rewards to check`,
    homeHelp: 'They were used more than once or late, taken off an order, or their code turned up elsewhere.',
    check: 'Check rewards',
    more: 'There are more: they appear once these are seen.',
    seen: 'I’ve seen it',
    seenNamed: (title: string, member: string) => `I’ve seen it: “${title}”, ${member}`,
    done: 'Noted',
    failed: 'That wasn’t noted. Try again.',
    beyond: (count: string, orders: string) =>
      `It was used on ${count} orders, and paid for once: ${orders}.`,
    giftBeyond: (count: string, orders: string) =>
      `It was given once, and used on ${count} orders: ${orders}.`,
    takenOff: (orders: string, form: PluralForm) =>
      `An edit took it off ${pick(form, { one: 'order', other: 'orders' })} ${orders}, so its points went back. Check that the new price is what you want.`,
    giftTakenOff: (orders: string, form: PluralForm) =>
      `An edit took it off ${pick(form, { one: 'order', other: 'orders' })} ${orders}. Check that the new price is what you want.`,
    usedLate: (orders: string, form: PluralForm) =>
      `It was used on ${pick(form, { one: 'order', other: 'orders' })} ${orders} after it had ended.`,
    takenAgain: 'Its points were taken again.',
    cost: (money: string) => `In all it took ${money} off.`,
    costNothing: 'In all it took nothing off.',
    costUnknown: 'What it took off isn’t measured.',
    unexplained:
      'Shopify shows that its code was used, and no order says on what. The code doesn’t work any more.',
    cameBack: 'Its points came back.',
    byHand:
      'An order has a manual or script discount that bears its code. Such a discount uses no reward, and no points moved.',
  },
  errors: {
    noReward: 'Choose a reward of your published program',
    tooManyHeld: (most: string) => `This customer has ${most} rewards already, the most that can be ready.`,
    notHeld: 'It was used or given back meanwhile. Close this window and reload the page.',
  },
};
