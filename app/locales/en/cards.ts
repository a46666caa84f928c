import { MOST_STAMPS } from '#app/core/editing/trial/parse-trial-form.ts';
import { pick, type PluralForm } from '../plural.ts';

/** A stamp card's terms, its discount at Shopify, and which items of a cart it makes free. */
export const cards = {
  tagged: (tags: string) => `products tagged ${tags}`,
  except: (tags: string) => `Products tagged ${tags} don’t count.`,
  quoted: (text: string) => `“${text}”`,
  ceiling: (money: string) => `The free item costs ${money} at most.`,
  from: (day: string) => `from ${day}`,
  until: (day: string) => `until ${day}`,
  between: (from: string, until: string) => `from ${from} until ${until}`,
  alone: (discounts: string) => `Not together with ${discounts}.`,
  combination: { product: 'product discounts', order: 'order discounts', shipping: 'shipping discounts' },

  withTags: 'Products with these tags',
  withTagsHelp: 'Every product with one of them earns stamps. Separate tags with commas.',
  withoutTags: 'Except products with these tags',
  withoutTagsHelp: 'They never earn a stamp, even if you chose them above.',
  cartLimit: {
    upTo: (lines: string, form: PluralForm) =>
      `The free item is given in carts up to ${lines} ${pick(form, { one: 'line', other: 'lines' })}.`,
    noCart: 'This is too much for any cart.',
    refuses: (least: string) => `To publish, a cart of ${least} lines must fit.`,
    longer: 'In longer carts it may be missing.',
    chooseFewer: 'Choose fewer products, collections or tags, here or on the cards above.',
  },
  addTag: 'Add',
  addTagTo: (field: string) => `Add tag: ${field}`,
  removeTag: (tag: string) => `Remove tag ${tag}`,
  maxPrice: (currency: string) => `Highest price of the free item (${currency})`,
  maxPriceHelp:
    'More expensive items still earn a stamp, but can’t be the free one. Leave empty for any price.',
  maxPriceOfCode:
    'On your Shopify plan a full card is given as a code. It takes up to this price off the card’s items in one order. That may be more than one item costs.',
  startsOn: 'First day',
  endsOn: 'Last day',
  daysHelp: 'Leave both empty for a card without end. Days count in your store’s time zone.',
  combinations: 'Combinations',
  combinationsHelp: 'Discounts that may apply to the same order as the free item.',
  combinable: { product: 'Product discounts', order: 'Order discounts', shipping: 'Shipping discounts' },
  more: (title: string) => `Price, dates and combinations: ${title}`,
  moreShort: 'Price, dates and combinations',
  down: 'Move down',
  moveDown: (title: string) => `Move down: ${title}`,

  discount: {
    making: 'Its discount is being made at Shopify.',
    active: 'Its discount is active: free items are taken off in the cart.',
    scheduled: 'Its discount is scheduled: it starts with the card’s first day.',
    ended: 'Its discount has ended with the card’s last day.',
    open: 'View discount',
    healed: (what: string, when: string) => `${what} The discount was put right on ${when}.`,
    hands: {
      renamed: 'Someone renamed the discount in Shopify.',
      ended: 'Someone deactivated the discount in Shopify.',
      dates: 'Someone changed the discount’s dates in Shopify.',
      combination: 'Someone changed the discount’s combinations in Shopify.',
      value: 'Someone changed in Shopify what the discount takes off.',
      deleted: 'Someone deleted the discount in Shopify.',
      copied: 'Someone duplicated the discount in Shopify.',
      other: 'Someone changed the discount in Shopify.',
    },
    changeHere: 'Change the card here instead: the app keeps its discount as you publish it.',
    problems: {
      'functions-not-available':
        'Shopify runs the discounts of a custom app on Shopify Plus and on development stores only. Stamps are counted, but the cart gives no free item. A card with a highest price gives codes instead.',
      'function-missing':
        'Shopify doesn’t have the app’s discount function yet. It still has to be deployed: “Get help” says whom to ask. The discount is then made within the hour.',
      'too-many-discounts':
        'Your store has as many automatic app discounts as Shopify allows. Deactivate one under Discounts; this one is then made within the hour.',
      'title-taken':
        'Another discount in your store has this card’s title. Rename it in Shopify or give the card another title.',
      'products-gone': 'All its products are gone from your store. Choose others.',
      refused: 'Shopify refused the discount. It is tried again every hour.',
      'scope-missing':
        'The app isn’t allowed to manage discounts. Open the app again from your Shopify admin and accept its permissions.',
    },
    said: (words: string) => `Shopify’s answer: ${words}`,
  },

  ways: {
    codes:
      'Shopify doesn’t run the app’s discounts on your plan, so a full card is given as a code. It takes up to the highest price off the card’s items in one order. That may be more than one item’s price, and the item earns its stamp.',
    'to-codes':
      'Being changed over: Shopify doesn’t run the app’s discounts on your plan any more. In about half an hour full cards are given as codes. All stamps are kept.',
    'to-cart':
      'Being changed over: Shopify runs the app’s discounts again. The cart gives the free item as soon as Shopify knows everybody’s stamps. All stamps are kept.',
  },
  waysInShort: {
    codes: 'Full cards are given as codes.',
    'to-codes': 'Being changed over.',
    'to-cart': 'Being changed over.',
  },

  health: {
    name: 'Free items in the cart',
    none: 'No stamp card published',
    allWorking: 'Working',
    working: (working: string, all: string, form: PluralForm) =>
      pick(form, { one: `${working} of ${all} card`, other: `${working} of ${all} cards` }),
    making: 'The discounts are being made at Shopify. This takes a few seconds.',
    ofCard: (title: string, problem: string) => `${title}: ${problem}`,
  },

  trial: {
    shopper: 'Stamps of the customer',
    typed: 'Enter stamps',
    ofMember: 'A member’s stamps',
    stampsOn: (title: string) => `Stamps on ${title}`,
    member: 'Member',
    memberHelp: 'A name, email or customer ID, or an order number such as #1001.',
    noMember: 'No member found',
    severalMembers: 'Several members found. Type more of the name, or an order number.',
    namesRefused: 'Shopify doesn’t give this app names. Type an order number, such as #1001.',
    namesFailed: 'Shopify didn’t answer, so names weren’t searched. Try again, or type an order number.',
    withStampsOf: (name: string) => `With the stamps of ${name}:`,
    stampsRange: `Enter a whole number from 0 to ${MOST_STAMPS}`,
    free: (title: string, count: string, form: PluralForm) =>
      pick(form, { one: `${title}: ${count} item is free.`, other: `${title}: ${count} items are free.` }),
    notFree: (title: string) => `${title}: no item is free.`,
    sum: (stamps: string, units: string, sum: string, nth: string) =>
      `${stamps} and ${units} in the cart make ${sum}. Every ${nth} of them is free.`,
    asCodes: (title: string, count: string, form: PluralForm) =>
      pick(form, {
        one: `${title}: the card is full. The customer gets a code.`,
        other: `${title}: ${count} cards are full. The customer gets ${count} codes.`,
      }),
    notFull: (title: string) => `${title}: the card isn’t full yet.`,
    sumOfCodes: (stamps: string, units: string, sum: string, size: string) =>
      `${stamps} and ${units} in the cart make ${sum}. A full card takes ${size}.`,
    worthOfCode: (money: string) =>
      `On your Shopify plan a full card is given as a code. It takes up to ${money} off the card’s items.`,
    units: (count: string, form: PluralForm) => pick(form, { one: `${count} item`, other: `${count} items` }),
    cheapest: (title: string, free: string, quantity: string) =>
      `${title}: ${free} of ${quantity} free. The cheapest items are the free ones.`,
    tooDear: (title: string, money: string) =>
      `${title}: costs more than ${money}, so it earns a stamp, but can’t be the free item.`,
    alsoOn: (title: string, other: string, card: string) =>
      `${title}: ${other} includes it too, but it counts for ${card}, which comes first.`,
    after: (stamps: string) => `After this order: ${stamps}.`,
    noProduct: 'Lines without a product earn no stamps: add products to try your cards.',
    blocked: 'This member is excluded: nothing is free for them.',
  },
};
