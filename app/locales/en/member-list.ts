import { pick, type PluralForm } from '../plural.ts';

/** What merchants do with the list of members: search it by name, sort it, change several at once, take it away as a file. */
export const memberList = {
  count: (count: string, form: PluralForm) =>
    pick(form, { one: `${count} member`, other: `${count} members` }),
  moreThan: (count: string) => `More than ${count} members`,
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
  places: 'More about members',
  namesRefused: 'Shopify doesn’t give this app names',
  namesRefusedHelp:
    'Search by order number, such as #1001. To search by name, whoever set up Sixth must ask Shopify for names.',
  namesFailed: 'Names weren’t searched',
  namesFailedHelp: 'Shopify didn’t answer. Try again, or search by order number.',
  moreFound: 'These are among the first 50 customers found. Type more of the name to see the rest.',
};
