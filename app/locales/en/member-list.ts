import { pick, type PluralForm } from '../plural.ts';

/** What merchants do with the list of members: search it by name, sort it, change several at once, take it away as a file. */
export const memberList = {
  count: (count: string, form: PluralForm) =>
    pick(form, { one: `${count} member`, other: `${count} members` }),
  moreThan: (count: string) => `More than ${count} members`,
  since: (date: string) => `free items since ${date}`,
  sinceEver: 'Show any date',
  member: 'Member',
  lastOrder: 'Last order',
  noOrder: 'None yet',
  orders: 'Orders',
  pending: (points: string) => `${points} pending`,
  newestFirst: 'Newest first',
  oldestFirst: 'Oldest first',
  mostFirst: 'Most first',
  fewestFirst: 'Fewest first',
  setUp: 'Set up your program',
  backToMembers: 'View members',
  adjustTitle: (count: string, form: PluralForm) =>
    pick(form, { one: `Adjust ${count} member`, other: `Adjust ${count} members` }),
  neverBelowZero: 'Members whose balance would go below zero stay as they are.',
  choose: 'Select members',
  chooseNoMore: 'Stop selecting',
  chooseAll: 'Select all members shown',
  chosen: (count: string, form: PluralForm) =>
    pick(form, { one: `${count} selected`, other: `${count} selected` }),
  undo: 'Undo',
  done: {
    adjusted: (count: string, form: PluralForm) =>
      pick(form, { one: `${count} member adjusted`, other: `${count} members adjusted` }),
    undone: (count: string, form: PluralForm) =>
      pick(form, { one: `Undone for ${count} member`, other: `Undone for ${count} members` }),
    excluded: (count: string, form: PluralForm) =>
      pick(form, { one: `${count} member excluded`, other: `${count} members excluded` }),
    included: (count: string, form: PluralForm) =>
      pick(form, { one: `${count} member included`, other: `${count} members included` }),
  },
  notDone: 'These members stay as they were:',
  why: {
    'below-zero': 'the balance would go below zero',
    'no-card': 'the card is no longer in your program',
    'no-member': 'merged or erased meanwhile',
    'other-request': 'already adjusted in another way',
    'nothing-to-undo': 'nothing to undo',
  },
  export: 'Export',
  exported: 'Members exported',
  notExported: 'The file couldn’t be made. Try again.',
  customerId: 'Customer ID',
  name: 'Name',
  yes: 'yes',
  no: 'no',
  places: 'More about members',
  namesRefused: 'Shopify doesn’t give this app names',
  namesRefusedHelp:
    'Search by order number, such as #1001. To search by name, whoever set up Sixth must ask Shopify for names.',
  namesFailed: 'Names weren’t searched',
  namesFailedHelp: 'Shopify didn’t answer. Try again, or search by order number.',
  moreFound: 'These are among the first 50 customers found. Type more of the name to see the rest.',
};
