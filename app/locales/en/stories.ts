import { pick, type PluralForm } from '../plural.ts';

/** The home page's three sentences with their plots, and what its other figures are of. */
export const stories = {
  /** English counts the members, French those who came back. */
  cameBack: (back: string, members: string, forms: { back: PluralForm; members: PluralForm }) =>
    pick(forms.members, {
      one: `${back} of ${members} member came back`,
      other: `${back} of ${members} members came back`,
    }),
  cameBackHelp: 'They have ordered twice or more.',
  cameBackUnit: 'Members who came back',
  seeMembers: 'See members',
  /** A noun in French has its article taken off, and its gender told. */
  freeNoun: (noun: string, _feminine: boolean, _form: PluralForm) => `free ${noun}`,
  free: (count: string, freeNoun: string, money: string) => `${count} ${freeNoun} given, worth ${money}`,
  freeUnknown: (count: string, freeNoun: string) => `${count} ${freeNoun} given`,
  freeHelp: 'At list price.',
  freeUnpriced: (count: string) => `Not measured: what ${count} of them cost.`,
  freeNotMeasured: 'What they cost: not measured.',
  cardCodesUsed: (count: string, form: PluralForm, money: string) =>
    pick(form, {
      one: `${count} code of a full card was used too: ${money} off. It counts as a reward.`,
      other: `${count} codes of full cards were used too: ${money} off. They count as rewards.`,
    }),
  freeUnit: 'Free items',
  rewards: (count: string, form: PluralForm, money: string) =>
    pick(form, {
      one: `${count} order with a reward, ${money} off`,
      other: `${count} orders with a reward, ${money} off`,
    }),
  rewardsUnknown: (count: string, form: PluralForm) =>
    pick(form, { one: `${count} order with a reward`, other: `${count} orders with a reward` }),
  rewardsGiven: (count: string, form: PluralForm) =>
    pick(form, { one: `${count} reward was given out.`, other: `${count} rewards were given out.` }),
  rewardsUsed: (count: string, form: PluralForm) =>
    pick(form, { one: `${count} was used.`, other: `${count} were used.` }),
  rewardsLapsed: (count: string, _form: PluralForm) => `${count} ended unused.`,
  rewardsUnmeasured: (count: string) => `Not measured: what ${count} of them took off.`,
  momentGifts: (count: string, form: PluralForm) =>
    pick(form, { one: `${count} gift from your moments`, other: `${count} gifts from your moments` }),
  momentsHelp: 'Because of a day, an order or your word. Points, rewards, and what you put into parcels.',
  momentsInShop: 'Customers hear of them in your store only.',
  momentsByFlow: (count: string, form: PluralForm) =>
    pick(form, {
      one: `Customers heard of them ${count} time by Flow in 30 days.`,
      other: `Customers heard of them ${count} times by Flow in 30 days.`,
    }),
  momentsUnit: 'Gifts from your moments',
  seeMoments: 'See moments',
  spent: 'Points spent',
  redemption: (percent: string) =>
    `Redemption rate: ${percent}. Points spent, of the points given and not taken back.`,
  noRedemption: 'Redemption rate: not measured, because no points were given in this time.',
  /** By the month's name: the days that are chosen above are others. */
  birthdays: (count: string, form: PluralForm, month: string) =>
    pick(form, { one: `${count} birthday in ${month}`, other: `${count} birthdays in ${month}` }),
  birthdaysHelp: 'Members whose birthday is on file.',
  birthdaysOff: 'Birthday gifts are off, so nobody gets one.',
  birthdaysUnit: 'Birthdays',
  seeBirthdays: 'See birthdays',
  turnOn: 'Set up the birthday gift',
  top: 'Who ordered most',
  topOrders: (count: string, form: PluralForm) =>
    pick(form, { one: `${count} order`, other: `${count} orders` }),
  seeLastOrders: 'See members by last order',
  perDay: (what: string) => `${what}, per day`,
  perWeek: (what: string) => `${what}, per week`,
  perMonth: (what: string) => `${what}, per month`,
  last: (when: string, value: string) => `${when}: ${value}`,
  months: 'Last 12 months',
  monthSoFar: (month: string) => `${month}, so far`,
  changeOfYear: (percent: string) => `${percent} compared with the same days a year before`,
  noChangeOfYear: 'Same as in the same days a year before',
  nothingAYearBefore: 'Nothing in the same days a year before',
  more: 'More figures',
  less: 'Fewer figures',
};
