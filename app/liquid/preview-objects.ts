// A made-up shopper on a made-up product page: the objects that a block's Liquid sees in a preview.
import { dayIn } from '#app/core/days.ts';
import { GIFT_SHOPPERS } from '#app/core/gift-shoppers.ts';
import { currencyExponent } from '#app/core/money.ts';
import type { Language, ProgramRules, StampCard } from '#app/core/program-rules.ts';
import { projectMember } from '#app/core/project-member.ts';
import { projectProgram } from '#app/core/project-program.ts';
import type { LiquidClock } from './dates.ts';
import { giftsInPreview } from './preview-gifts.ts';

/** Who looks at the page. */
export const SHOPPERS = ['visitor', 'new-member', 'member', 'card-full', ...GIFT_SHOPPERS] as const;
export type Shopper = (typeof SHOPPERS)[number];

export type PreviewScene = {
  rules: ProgramRules;
  currency: string;
  /** The storefront's. */
  language: Language;
  shopper: Shopper;
  /** What the made-up product is called. */
  product: string;
  clock: LiquidClock;
};

const UNITS_IN_CART = 2;
const POINTS_OF_MEMBER = 140;

/** About 14.00 in most currencies; Liquid's hundredths, whatever the currency. */
const priceOf = (currency: string) => (currencyExponent(currency) === 0 ? 140_000 : 1_400);

export function previewObjects(scene: PreviewScene): object {
  const { currency, language } = scene;
  const product = productObject(scene);
  return {
    clock: scene.clock,
    shop: {
      name: '',
      currency,
      money_format: moneyFormat(currency, language),
      ...withCurrency(currency, language),
    },
    request: {
      path: '/products/preview',
      page_type: 'product',
      design_mode: false,
      locale: { iso_code: language },
    },
    localization: { language: { iso_code: language } },
    routes: { root_url: '/', cart_url: '#', storefront_login_url: '#' },
    template: { name: 'product' },
    product,
    cart: cartObject(product, currency),
    customer: customerObject(scene),
    app: { metafields: { sixth: { program: { value: programObject(scene) } } } },
  };
}

function programObject({ rules, currency }: PreviewScene) {
  return projectProgram({ number: 1, rules }, { currency, proxyPath: '' });
}

function customerObject({ shopper, rules, clock }: PreviewScene) {
  if (shopper === 'visitor') return null;
  const customer = { id: 1, first_name: '', last_name: '', name: '', email: '', tags: [] };
  if (shopper === 'new-member') return { ...customer, metafields: {} };
  const cards = rules.cards.map((card, index) => ({
    key: card.key,
    stamps: stampsOn(card, shopper === 'card-full' && index === 0),
    coming: 0,
    size: card.size,
  }));
  const gifts = giftsInPreview(shopper, rules.occasions, dayIn(clock.timeZone, clock.at));
  const state = { pendingPoints: 0, rev: 1, blocked: false, points: POINTS_OF_MEMBER, cards, ...gifts };
  return { ...customer, metafields: { $app: { loyalty: { value: projectMember(state, rules.cards) } } } };
}

/** More than half of a card, so that a full one looks different. */
function stampsOn({ size }: StampCard, full: boolean): number {
  return full ? size : Math.ceil(size / 2);
}

/** One that the first card counts, where the card says which. */
function productObject({ rules, currency, product: title }: PreviewScene) {
  const { productIds = [], collectionIds = [] } = rules.cards[0]?.products ?? {};
  const price = priceOf(currency);
  const variant = { id: '1', title, price, available: true, url: '#', selected: true };
  return {
    id: productIds[0] ?? '1',
    handle: 'preview',
    title,
    url: '#',
    description: '',
    tags: [],
    'gift_card?': false,
    requires_selling_plan: false,
    selling_plan_groups: [],
    price,
    price_min: price,
    price_max: price,
    price_varies: false,
    available: true,
    has_only_default_variant: true,
    variants: [variant],
    selected_variant: variant,
    first_available_variant: variant,
    selected_or_first_available_variant: variant,
    featured_image: null,
    collections: collectionIds.slice(0, 1).map((id) => ({ id, handle: 'preview', title: '', url: '#' })),
  };
}

type Product = ReturnType<typeof productObject>;

function cartObject(product: Product, currency: string) {
  const total = product.price * UNITS_IN_CART;
  const item = {
    key: '1',
    product,
    product_id: product.id,
    variant: product.selected_variant,
    variant_id: '1',
    title: product.title,
    product_title: product.title,
    quantity: UNITS_IN_CART,
    price: product.price,
    original_price: product.price,
    final_price: product.price,
    original_line_price: total,
    final_line_price: total,
    gift_card: false,
    item_components: [],
    line_level_discount_allocations: [],
    discount_allocations: [],
    properties: {},
    url: '#',
  };
  return {
    items: [item],
    'empty?': false,
    item_count: UNITS_IN_CART,
    original_total_price: total,
    items_subtotal_price: total,
    total_price: total,
    total_discount: 0,
    cart_level_discount_applications: [],
    discount_applications: [],
    currency: { iso_code: currency },
    taxes_included: true,
    note: null,
    attributes: {},
  };
}

/** A money format as shops have it, after the language's custom: `€{{amount}}`, `{{amount_with_comma_separator}} €`. */
function moneyFormat(currency: string, language: Language): string {
  const parts = new Intl.NumberFormat(language, { style: 'currency', currency }).formatToParts(1);
  const symbol = parts.find(({ type }) => type === 'currency')?.value ?? currency;
  const decimals = currencyExponent(currency) === 0 ? '_no_decimals' : '';
  const comma = language === 'fr' ? '_with_comma_separator' : '';
  const amount = `{{amount${decimals}${comma}}}`;
  return parts[0]?.type === 'currency' ? symbol + amount : `${amount} ${symbol}`;
}

function withCurrency(currency: string, language: Language) {
  return { money_with_currency_format: `${moneyFormat(currency, language)} ${currency}` };
}
