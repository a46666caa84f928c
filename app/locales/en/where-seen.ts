import { pick, type PluralForm } from '../plural.ts';

/** Which page of the theme shows which block, and what went missing. */
export const whereSeen = {
  title: 'Where customers see it',
  help: (theme: string | null) =>
    theme === null ? 'The blocks on your live theme.' : `The blocks on your live theme, “${theme}”.`,
  read: (ago: string) => `Read ${ago}.`,
  unread: 'Sixth knows nothing of your theme yet.',
  block: 'Block',
  state: 'State',
  action: 'What you can do',

  states: { shown: 'Shown', hidden: 'Hidden', absent: 'Not there', unknown: 'Not known' },
  add: 'Add',
  addNamed: (block: string, page: string) => `Add ${block}, ${page.toLowerCase()} (opens in a new tab)`,
  open: 'Show again',
  openNamed: (block: string, page: string) =>
    `Show again: ${block}, ${page.toLowerCase()} (opens in a new tab)`,

  pages: {
    product: 'Product page',
    cart: 'Cart page',
    index: 'Home page',
    page: 'Other pages',
    collection: 'Collection page',
    search: 'Search page',
    blog: 'Blog',
    article: 'Blog post',
  },
  otherPage: (name: string) => `Template “${name}”`,
  ofTemplate: (page: string, name: string) => `${page}, template “${name}”`,
  groups: { header: 'Every page, at the top', footer: 'Every page, at the bottom' },
  everyPage: 'Every page',
  embeds: 'App embeds, on every page',
  somewhere: 'Somewhere on your theme',

  why: {
    unreadable: 'Its file in the theme is damaged.',
    'too-big': 'Its file in the theme is too big to be read.',
    'not-given': 'Shopify didn’t give its file. It is tried again within a day.',
  },
  noBlocks: 'This theme has no such page that takes blocks.',
  trouble: {
    none: 'Your store has no theme of Shopify’s.',
    processing: 'Shopify is still preparing your theme. It is read in a few minutes.',
    refused: 'Shopify didn’t let Sixth read your theme. It is tried again within the hour.',
  },

  askReason:
    'Sixth hears of your theme only while you are here. Let it read the theme, and it notices by itself when a block goes missing. It sees what is hidden, too. It changes nothing.',
  allow: 'Let Sixth read the theme',
  stop: 'Stop reading the theme',
  declined: 'Not allowed, so everything stays as it is.',
  askFailed: 'That didn’t work. Try again in a minute.',
  allowed: 'Sixth reads your theme now',

  missing: (count: string, form: PluralForm, theme: string | null) => {
    const where = theme === null ? 'your theme' : `your theme “${theme}”`;
    return pick(form, {
      one: `${count} block is no longer on ${where}`,
      other: `${count} blocks are no longer on ${where}`,
    });
  },
  missingHelp: (day: string) => `Noticed on ${day}. A new theme starts without the blocks of apps.`,
  addMissing: (block: string, page: string) =>
    `Add to theme: ${block} (${page.toLowerCase()}, opens in a new tab)`,
  missingLine: (block: string, page: string) => `${block}: ${page.toLowerCase()}`,
  intended: 'That’s intended',
};
