import { pick, type PluralForm } from '../plural.ts';

/** How customers hear of what happens: Shopify Flow, numbers for segments, tags; and what one member heard. */
export const notices = {
  title: 'How customers hear of it',
  intro: 'Your store’s pages show everything. Here you say what else happens.',
  open: 'Choose',
  flowTitle: 'By Shopify Flow',
  flowAbout:
    'Each one that is on starts your own workflow in Shopify Flow. Your mail goes out by your rules, to those who agreed to it.',
  flowList: 'Start a workflow when',
  kinds: {
    'gift-given': 'A gift was given',
    'choose-gift': 'A customer can choose a gift',
    'reward-lapsing': 'A reward ends in 5 days',
    'card-full': 'A stamp card is full',
    'points-taken': 'A refund took points back',
    'parcel-late': 'A parcel is late',
    silent: 'A customer has been away for long',
  },
  choose: 'Choose how they hear',
  onlyInShop: 'Customers hear of gifts in your store only',
  nobodyTold: 'Nobody gets a mail yet. A workflow in Shopify Flow takes about five minutes.',
  showMe: 'Show me',
  inShop: 'In your store only',
  byFlow: (count: string, form: PluralForm) =>
    pick(form, { one: `By Flow: ${count} in 30 days`, other: `By Flow: ${count} in 30 days` }),
  refused: (count: string, form: PluralForm) =>
    pick(form, { one: `${count} refused by Shopify`, other: `${count} refused by Shopify` }),
  numbersTitle: 'Numbers for segments',
  numbersAbout: 'Customer segments in Shopify can filter by them. Off, they are taken away again.',
  numbersList: 'Keep with each customer',
  numbers: {
    points: 'Points',
    free_units: 'Free items that are ready',
    birthday_month: 'Month of birth, 1 to 12',
  },
  tagsTitle: 'Customer tags',
  tagsAbout: 'Each stays for as long as it’s true. Your own tags are never touched.',
  tagsList: 'Tag customers who have',
  tags: {
    'sixth-free-item': 'A free item that is ready',
    'sixth-reward-ready': 'A reward that is ready to use',
  },
  log: {
    title: 'What this customer was to hear',
    none: 'Nothing yet.',
    states: {
      waiting: 'Waiting',
      telling: 'On its way to Flow',
      told: 'Sent to Flow',
      unsure: 'Sent to Flow, without an answer',
      refused: 'Refused by Shopify',
      skipped: 'Not sent',
      'in-shop': 'In your store only',
    },
  },
};
