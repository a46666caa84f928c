import { pick, type PluralForm } from '../plural.ts';

/** All data as files, for whoever leaves, looks for themselves, or moves. */
export const takingOut = {
  title: 'Export your data',
  intro: 'Everything about your program and its members, to keep or to take elsewhere.',
  open: 'See all files',
  oneByOne: 'File by file',
  forms: 'CSV opens in a spreadsheet. JSON lines are for other programs.',
  form: { csv: 'CSV', jsonl: 'JSON lines' },
  take: (file: string, form: string) => `${form}: ${file}`,
  rows: (count: string, form: PluralForm) => pick(form, { one: `${count} row.`, other: `${count} rows.` }),
  moreRows: (count: string) => `More than ${count} rows.`,
  making: 'The file is being made. A large one takes a minute or two: keep this page open.',
  stop: 'Stop',
  saved: 'File saved',
  failed: 'The file didn’t come whole, so nothing was saved. Try again.',
  files: {
    everything: {
      title: 'Everything in one file',
      about: 'All of the files below, one row a line. The last line says that the file is whole.',
    },
    members: {
      title: 'Members',
      about: 'Customer ID, points, stamps, birthday, excluded or not: what another store needs.',
    },
    formerMembers: { title: 'Former members', about: 'Merged into another customer, or erased.' },
    cards: { title: 'Stamp cards', about: 'Each member’s stamps, card by card.' },
    entries: { title: 'History', about: 'Each change of points and stamps, with the reason.' },
    openLots: { title: 'Unused points', about: 'What is left of each credit, and since when.' },
    adjustments: { title: 'Adjustments', about: 'Balances changed by hand, why and by whom.' },
    gifts: { title: 'Gifts', about: 'Birthday gifts, and rewards given by hand.' },
    vouchers: { title: 'Rewards', about: 'Each reward, its code, what it cost and what became of it.' },
    voucherUses: { title: 'Uses of rewards', about: 'Which order used which reward.' },
    tasks: { title: 'Tasks', about: 'What was to be done for members, and whether it was.' },
    birthdayChanges: { title: 'Changes of birthdays', about: 'Which date was given, by whom and when.' },
    lifeDates: {
      title: 'Dates of life',
      about: 'Days that customers entered: a wedding, moving in.',
    },
    lifeDateChanges: { title: 'Changes of dates of life', about: 'Which date was given, by whom and when.' },
    leftOut: { title: 'Exclusions', about: 'From when to when a member was excluded.' },
    departures: { title: 'Departures', about: 'When members left the program, and when they came back.' },
    notices: { title: 'Messages', about: 'What Shopify Flow was to say to each member, and whether it did.' },
    orders: { title: 'Orders', about: 'Members’ orders, and what was counted on them.' },
    purchases: {
      title: 'Purchases',
      about: 'What members kept of each order, in your currency’s smallest coin.',
    },
    versions: { title: 'Program versions', about: 'Your rules, each time you published them.' },
    shop: { title: 'Store', about: 'Currency, time zone and your draft.' },
  },
  notThere: 'Not in these files',
  notThereList: [
    'Names, emails and addresses: the app never stores them.',
    'Products and contents of orders: they are in Shopify.',
    'Reward codes that nobody has.',
  ],
};
