// The demo's shop: Sixth Coffee, a roaster in Dublin. Coffee for brewing bears no tax there, equipment does.
import { COFFEES, palette } from './coffees.ts';
import type { Coffee } from './coffees.ts';
import { bagPicture, cupPicture, dripperPicture, filtersPicture, giftCardPicture } from './pictures.ts';
import type { Collection, Customer, Product, ShopSetup, Variant } from './types.ts';

const DEMO_DOMAIN = 'sixth-coffee.myshopify.com';

export type RoasterOptions = {
  domain?: string;
  name?: string;
  currency?: string;
  timeZone?: string;
  /** Tells the ids of several shops apart: 0 … 999. */
  index?: number;
};

const OPENED = '2026-01-05T09:00:00Z';
const FIRST_ID = 7_300_000_000_000;
const IDS_A_SHOP = 100_000;

type NextId = () => string;

function counter(index: number): NextId {
  let last = FIRST_ID + index * IDS_A_SHOP;
  return () => {
    last += 37;
    return String(last);
  };
}

function variant(nextId: NextId, title: string, sku: string, priceMinor: number, grams: number): Variant {
  return {
    id: nextId(),
    title,
    sku,
    priceMinor,
    compareAtPriceMinor: null,
    grams,
    taxable: false,
    requiresShipping: true,
    available: true,
  };
}

type Described = Pick<Product, 'handle' | 'title' | 'productType' | 'pictureSvg' | 'pictureAlt' | 'variants'>;

function product(nextId: NextId, described: Described, text: string): Product {
  return {
    id: nextId(),
    vendor: 'Sixth Coffee',
    descriptionHtml: `<p>${text}</p>`,
    tags: [described.productType.toLowerCase()],
    giftCard: false,
    optionName: 'Size',
    createdAt: OPENED,
    updatedAt: OPENED,
    ...described,
  };
}

function coffee(nextId: NextId, one: Coffee): Product {
  const [small, large] = one.pricesMinor;
  const described = {
    handle: one.handle,
    title: one.title,
    productType: 'Coffee',
    pictureSvg: bagPicture(one.title, one.place, one.motif, one.palette),
    pictureAlt: `A bag of ${one.title}`,
    variants: [
      variant(nextId, '250 g', `${one.handle}-250`, small, 270),
      { ...variant(nextId, '1 kg', `${one.handle}-1000`, large, 1030), available: one.noKilo !== true },
    ],
  };
  return product(nextId, described, one.text);
}

function tool(
  nextId: NextId,
  handle: string,
  title: string,
  priceMinor: number,
  pictureSvg: string,
  text: string,
): Product {
  const only = { ...variant(nextId, 'Default Title', handle, priceMinor, 400), taxable: true };
  const described = {
    handle,
    title,
    productType: 'Equipment',
    pictureSvg,
    pictureAlt: title,
    variants: [only],
  };
  return { ...product(nextId, described, text), optionName: 'Title' };
}

function soldOut(one: Product): Product {
  return { ...one, variants: one.variants.map((each) => ({ ...each, available: false })) };
}

function tools(nextId: NextId): Product[] {
  const clay = palette('#e6ddd2', '#fbf8f3', '#cfc2b2', '#6b4530');
  const paper = palette('#e4dcc6', '#f3ead4', '#cdbd98', '#6b4530');
  const enamel = palette('#dde5e0', '#27483f', '#1c362f', '#5a3a28');
  return [
    tool(
      nextId,
      'cone-dripper',
      'Cone dripper',
      2400,
      dripperPicture(clay),
      'Porcelain, for one or two cups.',
    ),
    soldOut(
      tool(
        nextId,
        'paper-filters',
        'Paper filters',
        650,
        filtersPicture(paper),
        'A hundred, unbleached, for the cone dripper.',
      ),
    ),
    tool(nextId, 'enamel-cup', 'Enamel cup', 1450, cupPicture(enamel), 'Holds 350 ml and survives a fall.'),
  ];
}

/** No stamp, no points: it is money, not goods. */
function giftCard(nextId: NextId): Product {
  const amounts = [1000, 2500, 5000];
  const variants = amounts.map((minor) => ({
    ...variant(nextId, String(minor / 100), `gift-card-${minor / 100}`, minor, 0),
    requiresShipping: false,
  }));
  const described = {
    handle: 'gift-card',
    title: 'Gift card',
    productType: 'Gift card',
    pictureSvg: giftCardPicture(palette('#f1e4e0', '#8a2f3c', '#6d222d', '#e0b04c')),
    pictureAlt: 'A gift card',
    variants,
  };
  return {
    ...product(nextId, described, 'By e-mail, within a minute.'),
    giftCard: true,
    optionName: 'Amount',
  };
}

function collection(
  nextId: NextId,
  handle: string,
  title: string,
  text: string,
  products: Product[],
): Collection {
  const productIds = products.map((one) => one.id);
  return { id: nextId(), handle, title, descriptionHtml: `<p>${text}</p>`, productIds };
}

type Person = [
  firstName: string,
  lastName: string,
  locale: string,
  city: string,
  country: string,
  countryCode: string,
];

const PEOPLE: Person[] = [
  ['Aoife', 'Byrne', 'en', 'Dublin', 'Ireland', 'IE'],
  ['Claire', 'Fontaine', 'fr', 'Lyon', 'France', 'FR'],
  ['Tomás', 'Costa', 'en', 'Lisbon', 'Portugal', 'PT'],
  ['Priya', 'Nair', 'en', 'Cork', 'Ireland', 'IE'],
  ['Jonas', 'Weber', 'en', 'Hamburg', 'Germany', 'DE'],
];

function customer(
  nextId: NextId,
  [firstName, lastName, locale, city, country, countryCode]: Person,
): Customer {
  return {
    id: nextId(),
    firstName,
    lastName,
    email: `${firstName
      .normalize('NFD')
      .replaceAll(/[^A-Za-z]/g, '')
      .toLowerCase()}@example.com`,
    phone: null,
    locale,
    tags: [],
    address: { address1: '6 Roastery Lane', city, zip: '10006', country, countryCode },
    metafields: {},
    createdAt: OPENED,
    updatedAt: OPENED,
  };
}

/** The same at every call, ids included. */
export function coffeeRoaster(options: RoasterOptions = {}): ShopSetup {
  const nextId = counter(options.index ?? 0);
  const coffees = COFFEES.map((one) => coffee(nextId, one));
  const equipment = tools(nextId);
  const gifts = [giftCard(nextId)];
  const currency = options.currency ?? 'EUR';
  return {
    domain: options.domain ?? DEMO_DOMAIN,
    name: options.name ?? 'Sixth Coffee',
    currency,
    timeZone: options.timeZone ?? 'Europe/Dublin',
    countryCode: 'IE',
    email: 'hello@sixth-coffee.example',
    locales: [
      { locale: 'en', primary: true },
      { locale: 'fr', primary: false },
    ],
    moneyFormat: currency === 'EUR' ? '€{{amount}}' : `{{amount}} ${currency}`,
    taxesIncluded: true,
    taxTitle: 'VAT',
    taxRateBp: 2300,
    products: [...coffees, ...equipment, ...gifts],
    collections: [
      collection(nextId, 'coffee', 'Coffee', 'Roasted on Tuesdays and Fridays.', coffees),
      collection(nextId, 'equipment', 'Equipment', 'What we use ourselves.', equipment),
      collection(nextId, 'gifts', 'Gifts', 'For somebody who drinks coffee.', gifts),
    ],
    customers: PEOPLE.map((one) => customer(nextId, one)),
  };
}
