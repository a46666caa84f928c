import { pick, type PluralForm } from '#app/locales/plural.ts';

/** The answers that shoppers read when they take a reward for points, or give it back. Amounts come with the points' own name. */
export const redeeming = {
  signIn: 'Sign in to use your points.',
  taken: (used: string, left: string) => `Ready to use. ${used} used, ${left} left.`,
  amountNow: (off: string, used: string, left: string) => `Now ${off} off. ${used} used, ${left} left.`,
  atLeast: (money: string) => `At least ${money}.`,
  atMost: (money: string) => `At most ${money}.`,
  onlyLess: 'This reward has changed: this amount can only be lowered.',
  takenUntil: (day: string) => `It’s yours until ${day}. Unused, your points come back.`,
  fromNextOrder: 'From your next order.',
  fromDay: (day: string) => `From ${day}.`,
  isUsed: 'You’ve used it already.',
  comingBack: (points: string, form: PluralForm) =>
    `Your ${points} ${pick(form, { one: 'comes', other: 'come' })} back within about an hour.`,
  isBack: (points: string, form: PluralForm) =>
    `Your ${points} ${pick(form, { one: 'is', other: 'are' })} back.`,
  isBackAlready: 'Your points are back already.',
  notEnough: (missing: string) => `${missing} to go. Nothing was taken.`,
  owing: 'Your next points make up for a refund first.',
  changed: (cost: string) => `This reward has changed: it now costs ${cost}.`,
  onceOnly: 'Once per customer: you’ve had it.',
  noMore: 'You’ve had it as often as one can.',
  again: (day: string) => `You’ve had it. Again from ${day}.`,
  allGiven: 'All given for now.',
  soldOut: 'Sold out today. Choose another.',
  notYet: (day: string) => `From ${day}.`,
  over: 'This reward isn’t offered any more.',
  excluded: 'Your account isn’t part of the program. Ask the shop.',
  tooManyHeld: (most: string) => `You have ${most} rewards ready. Use one first.`,
  otherContents: 'This was sent before for something else. Please reload the page and try again.',
  notYours: 'This reward belongs to another account.',
  cantGiveBack: 'This was given to you: no points were taken for it.',
};
