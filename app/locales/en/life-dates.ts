/** The answers that shoppers read when they tell a date of theirs. */
export const lifeDates = {
  signIn: 'Please sign in first, then enter the day.',
  saved: 'Thank you. The day is saved.',
  removed: 'The day is removed.',
  notAgreed: 'Please agree first: tick the box.',
  otherWords: 'The words beside the box have changed. Please reload the page and read them.',
  notAsked: 'The shop doesn’t ask for this day any more.',
  tooSoon: (day: string) => `You changed it not long ago. You can change it again from ${day}.`,
};
