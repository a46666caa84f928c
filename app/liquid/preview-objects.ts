// A made-up shopper on a made-up product page: the objects that a block's Liquid sees in a preview.
import { cardReward } from '#app/core/discounts/card-reward.ts';
import type { ShownVoucher } from '#app/core/storefront/project-rewards.ts';
import { freeUnits } from '#app/core/stamps/free-units.ts';
import { decimalMark } from '#app/core/values/decimal-mark.ts';
import { dayIn, startOfDay } from '#app/core/values/days.ts';
import { MOMENT_STATES } from '#app/core/moments/moment-states.ts';
import { PREVIEW_SHOPPERS } from '#app/core/moments/kinds/preview-shoppers.ts';
import { currencyExponent } from '#app/core/values/money.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { Language } from '#app/core/values/languages.ts';
import type { StampCard } from '#app/core/program/card-rules.ts';
import { projectMember } from '#app/core/storefront/project-member.ts';
import type { Handles } from '#app/core/storefront/page-handles.ts';
import { projectProgram, type CardWays } from '#app/core/storefront/project-program.ts';
import type { LiquidClock } from './dates.ts';
import { freeProductsInPreview } from './preview-free-products.ts';
import { momentInPreview } from './preview-moment.ts';
import { giftsInPreview } from './preview-gifts.ts';

/** The made-up shoppers who look at the page. */
export const SHOPPERS = [
  'visitor',
  'new-member',
  'member',
  'card-full',
  'in-cart',
  ...PREVIEW_SHOPPERS,
  ...MOMENT_STATES,
] as const;
export type Shopper = (typeof SHOPPERS)[number];

export type PreviewScene = {
  rules: ProgramRules;
  currency: string;
  /** The storefront's. */
  language: Language;
  shopper: Shopper;
  /** The name of the made-up product. */
  product: string;
  clock: LiquidClock;
  /** The shop's name, or its first letter: a stamp may bear it. */
  shopName?: string;
  /** How full cards are given, where that isn't in the cart. */
  ways?: CardWays;
  /** One moment is shown and nothing else of the program: the first of its list. */
  momentAlone?: boolean;
  /** The page around the block is dark. */
  dark?: boolean;
};

const UNITS_IN_CART = 2;
const POINTS_OF_MEMBER = 140;

/** About 14.00 in most currencies; Liquid's hundredths, whatever the currency. */
const priceOf = (currency: string) => (currencyExponent(currency) === 0 ? 140_000 : 1_400);

/** No dearer than the first card's free unit may be, or the preview would show none. */
function previewPrice({ rules, currency }: PreviewScene): number {
  const ceiling = rules.cards[0]?.maxPriceMinor ?? null;
  const hundredths = ceiling === null ? Infinity : ceiling * 10 ** (2 - currencyExponent(currency));
  return Math.max(1, Math.min(priceOf(currency), Math.floor(hundredths)));
}

export function previewObjects(asked: PreviewScene): object {
  const scene = { ...asked, clock: shownClock(asked) };
  const { currency, language, clock, shopName = '' } = scene;
  const inCart = scene.shopper === 'in-cart';
  const product = productObject(scene);
  const free = freeProductsInPreview(scene.rules.rewards ?? [], currency, product);
  return {
    clock,
    shop: {
      name: shopName,
      currency,
      money_format: moneyFormat(currency, language),
      ...withCurrency(currency, language),
    },
    request: {
      path: inCart ? '/cart' : '/products/preview',
      page_type: inCart ? 'cart' : 'product',
      design_mode: false,
      locale: { iso_code: language },
    },
    localization: { language: { iso_code: language } },
    routes: { root_url: '/', cart_url: '#', cart_add_url: '#', storefront_login_url: '#' },
    template: { name: inCart ? 'cart' : 'product' },
    product: inCart ? null : product,
    cart: cartObject(product, scene),
    customer: customerObject(scene),
    all_products: free.products,
    app: { metafields: { sixth: { program: { value: programObject(scene, free.handles) } } } },
  };
}

function programObject({ rules, currency, ways = {}, momentAlone }: PreviewScene, handles: Handles) {
  const shown = projectProgram({ number: 1, rules }, { currency, proxyPath: '', handles }, [], ways);
  if (!momentAlone) return shown;
  // The moment's gifts are called by their rewards; what these cost is of no concern here.
  const { rewards: _, ...alone } = shown;
  return alone;
}

function customerObject(scene: PreviewScene) {
  const { shopper, rules, clock } = scene;
  const vouchers = codesInPreview(scene);
  if (shopper === 'visitor') return null;
  const customer = { id: 1, first_name: '', last_name: '', name: '', email: '', tags: [] };
  if (shopper === 'new-member') return { ...customer, metafields: {} };
  const cards = rules.cards.map((card, index) => ({
    key: card.key,
    stamps: vouchers.length > 0 && index === 0 ? 0 : stampsOn(card, shopper === 'card-full' && index === 0),
    coming: 0,
    size: card.size,
  }));
  const today = dayIn(clock.timeZone, clock.at);
  const gifts = giftsInPreview(shopper, rules, today);
  const state = {
    ...{ pendingPoints: 0, rev: 1, blocked: false, points: POINTS_OF_MEMBER, cards },
    ...gifts,
    vouchers: [...vouchers, ...gifts.vouchers],
    ...momentInPreview(shopper, rules, today),
  };
  return { ...customer, metafields: { $app: { loyalty: { value: projectMember(state, rules.cards) } } } };
}

const isCode = ({ ways = {}, rules }: PreviewScene): boolean =>
  (ways[rules.cards[0]?.key ?? ''] ?? 'cart') !== 'cart';

/** What a full card became, where that is a code. */
function codesInPreview({ shopper, rules, currency, ways = {}, clock }: PreviewScene): ShownVoucher[] {
  const [card] = rules.cards;
  const reward = card && ways[card.key] === 'codes' ? cardReward(card, currency) : null;
  if (!reward || shopper !== 'card-full') return [];
  const from = dayIn(clock.timeZone, clock.at);
  return [{ id: '1', code: 'SIXTH', reward, from, until: null, state: 'held', price: 0, face: null }];
}

/** More than half of a card, so that a full one looks different. */
function stampsOn({ size }: StampCard, full: boolean): number {
  return full ? size : Math.ceil(size / 2);
}

/** One that the first card counts, where the card says which. */
function productObject(scene: PreviewScene) {
  const { rules, product: title } = scene;
  const { productIds = [], collectionIds = [], withTags = [] } = rules.cards[0]?.products ?? {};
  const price = previewPrice(scene);
  const variant = { id: '1', title, price, available: true, url: '#', selected: true };
  return {
    id: productIds[0] ?? '1',
    handle: 'preview',
    title,
    url: '#',
    description: '',
    tags: withTags.slice(0, 1),
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

/** A card that hasn't begun or has ended is shown as on one of its days; else it is now. */
function shownClock({ rules, clock }: PreviewScene): LiquidClock {
  const { startsOn = null, endsOn = null } = rules.cards[0] ?? {};
  const today = dayIn(clock.timeZone, clock.at);
  const isOver = endsOn !== null && endsOn < today;
  const shown = startsOn !== null && (startsOn > today || isOver) ? startsOn : isOver ? endsOn : today;
  return shown === today ? clock : { ...clock, at: startOfDay(clock.timeZone, shown) };
}

/** With the stamps that the shopper has, so many that one of them is free. */
function unitsInCart({ shopper, rules }: PreviewScene): number {
  const [card] = rules.cards;
  return shopper === 'in-cart' && card ? card.size + 1 - stampsOn(card, false) : UNITS_IN_CART;
}

/** The units that the shopper's stamps pay for in the cart. */
function freeInPreview(scene: PreviewScene): number {
  const [card] = scene.rules.cards;
  if (scene.shopper === 'visitor' || !card || isCode(scene)) return 0;
  const stamps = scene.shopper === 'new-member' ? 0 : stampsOn(card, scene.shopper === 'card-full');
  const units = unitsInCart(scene);
  return freeUnits({ stamps, size: card.size, units, mayBeFree: units });
}

/** The amount that our discount takes off the line, as the cart shows it. */
function gifts(scene: PreviewScene, price: number) {
  const amount = freeInPreview(scene) * price;
  const title = scene.rules.cards[0]?.title[scene.language];
  if (amount === 0) return [];
  return [{ amount, discount_application: { title, type: 'automatic', total_allocated_amount: amount } }];
}

function cartObject(product: Product, scene: PreviewScene) {
  const { currency } = scene;
  const units = unitsInCart(scene);
  const allocations = gifts(scene, product.price);
  const before = product.price * units;
  const total = before - freeInPreview(scene) * product.price;
  const item = {
    key: '1',
    product,
    product_id: product.id,
    variant: product.selected_variant,
    variant_id: '1',
    title: product.title,
    product_title: product.title,
    quantity: units,
    price: product.price,
    original_price: product.price,
    final_price: product.price,
    original_line_price: before,
    final_line_price: total,
    gift_card: false,
    item_components: [],
    line_level_discount_allocations: allocations,
    discount_allocations: allocations,
    properties: {},
    url: '#',
  };
  return {
    items: [item],
    'empty?': false,
    item_count: units,
    original_total_price: before,
    items_subtotal_price: total,
    total_price: total,
    total_discount: before - total,
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
  const comma = decimalMark(language) === ',' ? '_with_comma_separator' : '';
  const amount = `{{amount${decimals}${comma}}}`;
  return parts[0]?.type === 'currency' ? symbol + amount : `${amount} ${symbol}`;
}

function withCurrency(currency: string, language: Language) {
  return { money_with_currency_format: `${moneyFormat(currency, language)} ${currency}` };
}
