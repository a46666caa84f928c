/** The answers that shoppers read when they choose a gift. */
export const choosing = {
  signIn: 'Please sign in first, then choose your gift.',
  missing: 'Please choose one of them.',
  points: (what: string) => `It’s yours: ${what}, added to your balance.`,
  reward: (what: string) => `It’s yours: ${what}. You’ll find it among your rewards.`,
  waits: (what: string) =>
    `It’s yours: ${what}. It’s being prepared and will be among your rewards in a moment.`,
  byHand: (what: string) => `Thank you. We’ll see to it: ${what}.`,
  chosen: (what: string) => `You’ve already chosen: ${what}.`,
  tooLate: (day: string) => `You could choose until ${day}. This gift is over.`,
  gone: 'This gift isn’t there any more.',
};
