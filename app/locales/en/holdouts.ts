import { pick, type PluralForm } from '../plural.ts';

/** Comparison groups: what a moment brings, measured. */
export const holdouts = {
  title: 'What it brings',
  notMeasured: 'Not measured: everybody gets this moment.',
  running: (day: string) => `The comparison runs until ${day}. There is no result before.`,
  tooFew: (people: string) => `No result: each group needs ${people} customers or more.`,
  arms: { given: 'Customers who got it', heldOut: 'Comparison group' },
  people: (count: string, form: PluralForm) =>
    `${count} ${pick(form, { one: 'customer', other: 'customers' })}`,
  within: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
  kept: (amount: string) => `Spent per customer: ${amount}`,
  orders: (count: string) => `Orders per 100 customers: ${count}`,
  bounds:
    'Purchases after the moment, without refunds. In brackets: where the true value lies with 95% certainty.',
  verdicts: {
    more: 'Customers who got it spend more.',
    less: 'Customers who got it spend less.',
    unsure: 'No effect could be shown.',
  },
  keptMore: (low: string, high: string) => `Difference in spending per customer: ${low} to ${high}.`,
  ordersMore: (low: string, high: string) => `Difference in orders per 100 customers: ${low} to ${high}.`,
  foretold: 'Everybody gets this moment: customers can read of it beforehand.',
  compare: 'Keep a comparison group',
  help: 'Some customers, drawn by lot, don’t get this moment. Comparing both groups shows what it brings.',
  percent: 'Share of customers in the group',
  until: 'Planned last day',
  untilHelp: 'The result is shown once this day is over.',
  past: 'This day is over: everybody gets the moment.',
  anew: 'Another share or day starts a new comparison. The one that is running ends without a result.',
  ends: 'The comparison that is running ends without a result. Who didn’t get a past moment won’t get it later.',
};
