/** Forms of the shop's pages in a browser without script: a question, and the answer on a page of its own. */
export const plainForms = {
  titles: { birthday: 'Your birthday', lifeDate: 'Your day', gift: 'Your gift', order: 'Your order' },
  question: 'Is this right?',
  yes: 'Yes, that’s right',
  unsent: 'Nothing was sent. Go back to the shop, and start there.',
  back: 'Back to the shop',
  birthday: (day: string) => `Your birthday: ${day}.`,
  day: (title: string, day: string) => `${title}: ${day}.`,
  removed: (title: string) => `${title}: the day goes.`,
  anyDay: 'The day',
  agreed: 'You agree to this:',
  gift: (what: string) => `You choose: ${what}.`,
};
