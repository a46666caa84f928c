import { pick, type PluralForm } from '../plural.ts';

/** What moments gave, and what ready-made ones would have. */
export const momentFigures = {
  title: 'What became of it',
  span: 'In the last 12 months.',
  nothing: 'Nobody has been given it yet.',
  given: 'Given',
  lately: 'Of these, in the last 30 days',
  open: 'Still to be chosen',
  unchosen: 'Not chosen in time',
  chosen: (gift: string) => `Chosen: ${gift}`,
  used: 'Used',
  lapsed: 'Unused at the end',
  points: 'Points given',
  cost: 'Taken off orders',
  unmeasured: 'Used, cost not measured',
  followed: 'Ordered within 30 days after',
  heldOut: 'In the comparison group',

  about: (times: string, form: PluralForm) =>
    pick(form, {
      one: `About ${times} time in your store’s last 90 days.`,
      other: `About ${times} times in your store’s last 90 days.`,
    }),
  aboutPoints: (points: string) => `That is ${points} points.`,
  aboutMoney: (points: string, money: string) => `That is ${points} points, worth ${money}.`,
  never: 'Not once in your store’s last 90 days.',
  notMeasured: 'How often it would have come: not measured.',
  whenTold: 'Only for what they tell you. Nothing is guessed.',
  byYou: 'As often as you say so.',

  hear: {
    store: 'Customers see it in your store.',
    parcel: 'Customers find it in the parcel.',
    paper: 'Customers read it on paper.',
    call: 'Customers hear it from you.',
  },
};
