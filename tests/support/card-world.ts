// A shop with two stamp cards, its shoppers and its plan, whatever they do, and the stamps that must come of it by Shopify's orders.
import { randomUUID } from 'node:crypto';
import { NO_PRODUCTS, type StampCard } from '#app/core/program/card-rules.ts';
import { pool } from '#app/db/pool.server.ts';
import { Failure } from '#app/errors.ts';
import { parseOrderNews } from '#app/shopify/snapshots/order-payload.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { acceptOrderNews } from '#app/usecases/orders/accept-order-news.ts';
import { applyOrders } from '#app/usecases/orders/apply-orders.ts';
import { reconcileShop } from '#app/usecases/orders/reconcile-shop.ts';
import { fillCodes } from '#app/usecases/rewards/fill-codes.ts';
import { releaseVouchers } from '#app/usecases/rewards/release-vouchers.ts';
import { syncMembers } from '#app/usecases/storefront/sync-members.ts';
import { syncProgram } from '#app/usecases/storefront/sync-program.ts';
import { BELLS } from '#app/usecases/upkeep/bells.ts';
import { requestOfCart } from '#tests/local-shopify/shop/cart-order.ts';
import type { Order, OrderLine } from '#tests/local-shopify/shop/types.ts';
import { orderPayload } from '#tests/local-shopify/webhooks/order-payload.ts';
import { bellsOf } from './bells.ts';
import { passForCards } from './card-ways.ts';
import { card } from './factories.ts';
import { merge } from './people.ts';
import { publishCards } from './publish-cards.ts';
import type { InstalledShop } from './use-local-shopify.ts';

export const CARD_JOBS = {
  sync_discounts: syncDiscounts,
  fill_codes: fillCodes,
  reconcile_shop: reconcileShop,
  apply_orders: applyOrders,
  release_vouchers: releaseVouchers,
  sync_members: syncMembers,
  sync_program: syncProgram,
};
export type CardJob = keyof typeof CARD_JOBS;
const isCardJob = (name: string): name is CardJob => name in CARD_JOBS;
const IN_TURN = ['apply_orders', 'sync_discounts', 'fill_codes', 'release_vouchers', 'sync_members'] as const;

const UNTIL_PAID = [
  'reconcile_shop',
  'sync_discounts',
  'fill_codes',
  'release_vouchers',
  'sync_members',
] as const;
/** What is found of orders isn't counted yet. */
const AFTERWARDS = [
  'sync_discounts',
  'reconcile_shop',
  'sync_discounts',
  'fill_codes',
  'sync_members',
] as const;

export const CARD_KEYS = ['coffee', 'mugs'] as const;
export type CardKey = (typeof CARD_KEYS)[number];
export type Telling = 'once' | 'twice' | 'late' | 'lost';
export type Trouble = 'holds' | 'fails' | 'skips' | 'keeps' | 'none';

export type CardCode = {
  code: string;
  state: string;
  /** Whose it is by now. */
  customerId: string;
  key: string;
  price: number;
};

export type Purchase = {
  who: number;
  counts: readonly number[];
  /** So many of the codes that the shopper may use. */
  codes: number;
  telling: Telling;
  /** Also of others. */
  others?: boolean;
};

type Adjusted = { customerId: string; key: CardKey; amount: number };
type Deletion = 'code' | 'discount';

export class CardWorld {
  readonly #orders: Order[] = [];
  readonly #told: string[] = [];
  /** Customers with an order that the app doesn't know of yet. */
  readonly #unknown = new Set<string>();
  readonly #mergedInto = new Map<string, string>();
  readonly #adjusted: Adjusted[] = [];
  readonly #products: string[];
  readonly #people: string[];
  readonly shop: InstalledShop;
  readonly sizes: Record<CardKey, number> = { coffee: 5, mugs: 3 };
  /** Ends what is wrong with the network. */
  readonly #calm: () => void;

  constructor(shop: InstalledShop, calm: () => void) {
    this.shop = shop;
    this.#calm = calm;
    this.#products = shop.local.products.slice(0, 2).map(({ id }) => id);
    this.#people = shop.local.setup.customers.slice(0, 3).map(({ id }) => id);
  }

  /** The second includes the first one's product, too, which the first counts. */
  cards(): StampCard[] {
    const [first = '', second = ''] = this.#products;
    const of = (...productIds: string[]) => ({ ...NO_PRODUCTS, productIds });
    const mugs = { key: 'mugs', title: { en: 'Mugs', fr: 'Tasses' }, size: this.sizes.mugs };
    return [
      card({ products: of(first), maxPriceMinor: 1_500, size: this.sizes.coffee }),
      card({ ...mugs, products: of(second, first), maxPriceMinor: 1_200 }),
    ];
  }

  customers(): string[] {
    return [...new Set(this.#people.map((id) => this.#person(id)))];
  }

  #person(customerId: string): string {
    const into = this.#mergedInto.get(customerId);
    return into === undefined ? customerId : this.#person(into);
  }

  #customer(who: number): string {
    return this.#person(this.#people[who] ?? '');
  }

  async codes(): Promise<CardCode[]> {
    const { rows } = await pool().query<CardCode>(
      `select v.code, v.state, m."customerId"::text as "customerId", split_part(v."rewardKey", '.', 2) as key, v.price::int
       from "Voucher" v join "Member" m on m.id = v."memberId" where v."shopId" = $1 order by v.id`,
      [this.shop.id],
    );
    return rows.map((row) => ({ ...row, customerId: this.#person(row.customerId) }));
  }

  async buy(purchase: Purchase): Promise<void> {
    const pay = await this.#open(purchase);
    await pay?.(purchase.telling);
  }

  /**
   * A checkout with what is off it, to be paid. A cart goes by what Shopify was told: whoever has an order that nobody knows of doesn't
   * buy where the cart gives.
   */
  async #open({ who, counts, codes, others = false }: Omit<Purchase, 'telling'>) {
    const { local: store } = this.shop;
    const customerId = this.#customer(who);
    if (store.automaticDiscounts.values().length > 0) {
      if (this.#unknown.has(customerId)) return null;
      await this.run('apply_orders');
      this.#calm();
      await this.run('sync_members');
    }
    const isUsable = (one: CardCode) => (others || one.customerId === customerId) && one.state !== 'used';
    const usable = (await this.codes()).filter(isUsable).map(({ code }) => code);
    const lines = this.#products.flatMap((id, index) => {
      const variantId = store.products.find((one) => one.id === id)?.variants[0]?.id ?? '';
      return counts[index] ? [{ variantId, quantity: counts[index] }] : [];
    });
    const shopper = { customerId, isAuthenticated: true, language: 'en' } as const;
    const cart = { lines, ...shopper, codes: usable.slice(0, codes) };
    const request = requestOfCart(store, cart, { payment: 'paid' });
    return async (telling: Telling): Promise<void> => {
      const order = await store.placeOrder(request);
      this.#orders.push(order);
      await this.#tell(order, telling);
    };
  }

  async #tell(order: Order, telling: Telling): Promise<void> {
    const payload = JSON.stringify(orderPayload(this.shop.local, order));
    if (telling !== 'lost') this.#told.push(payload);
    if (telling === 'lost' || telling === 'late') return void this.#unknown.add(order.customerId ?? '');
    for (let time = 0; time < (telling === 'twice' ? 2 : 1); time += 1) await this.#hear(payload);
  }

  async #hear(payload: string): Promise<void> {
    const parsed = parseOrderNews('orders/updated', payload);
    if (!parsed.ok) throw new Error(parsed.reason);
    await acceptOrderNews([{ shopDomain: this.shop.domain, news: parsed.news }]);
  }

  async #change(index: number, telling: Telling, make: (order: Order) => Promise<Order> | null) {
    const at = index % Math.max(1, this.#orders.length);
    const order = this.#orders[at];
    const { updatedAt } = order ?? {};
    const changed = order && order.cancelledAt === null ? await make(order) : null;
    if (!changed) return;
    this.#orders[at] = changed;
    // Shopify's times are cut to the second: what changes within one is told, or nobody could know.
    await this.#tell(changed, changed.updatedAt === updatedAt ? 'once' : telling);
  }

  refund(index: number, telling: Telling): Promise<void> {
    return this.#change(index, telling, ({ id, lines }) => {
      const line = lines.findLast(({ currentQuantity }) => currentQuantity > 0);
      const lineOf = (lineId: string) => ({ lines: [{ lineId, quantity: 1 }] });
      return line ? this.shop.local.refundOrder(id, lineOf(line.id)) : null;
    });
  }

  cancel(index: number, telling: Telling): Promise<void> {
    return this.#change(index, telling, ({ id }) => this.shop.local.cancelOrder(id));
  }

  move(index: number, who: number, telling: Telling): Promise<void> {
    return this.#change(index, telling, ({ id, customerId }) => {
      this.#unknown.add(customerId ?? '');
      const to = this.#customer(who);
      return to === customerId ? null : this.shop.local.moveOrder(id, to);
    });
  }

  async merge(one: number, other: number): Promise<void> {
    const [kept, deleted] = [this.#customer(one), this.#customer(other)];
    if (kept === deleted) return;
    this.#mergedInto.set(deleted, kept);
    await this.shop.local.mergeCustomers(kept, deleted);
    if (this.#unknown.has(deleted)) this.#unknown.add(kept);
    await merge(this.shop, kept, deleted);
    for (const [index, { id }] of this.#orders.entries()) this.#orders[index] = this.shop.local.order(id);
    for (const order of this.#orders.filter(({ customerId }) => customerId === kept))
      await this.#tell(order, 'once');
  }

  async adjust(who: number, key: CardKey, amount: number): Promise<void> {
    const customerId = this.#customer(who);
    const { rows } = await pool().query<{ id: string }>(
      'select id::text from "Member" where "shopId" = $1 and "customerId" = $2',
      [this.shop.id, customerId],
    );
    if (!rows[0]) return;
    const why = { reason: 'by hand', note: '', madeBy: '1', belowZero: false, requestKey: randomUUID() };
    const done = await adjustMember(this.shop.id, rows[0].id, { unit: `stamps/${key}`, amount, ...why });
    if (done.ok) this.#adjusted.push({ customerId, key, amount });
  }

  async resize(key: CardKey, size: number): Promise<void> {
    this.sizes[key] = size;
    const published = await publishCards(this.shop.id, this.cards());
    if (!published.ok) throw new Error(published.reason);
  }

  /** What Shopify does of what it says. */
  trouble(kind: Trouble): void {
    const { trouble } = this.shop.local.codeDiscounts;
    const some = (place: number) => (code: string) => code.charCodeAt(place) % 3 === 0;
    if (kind === 'holds') trouble.holdsWork = true;
    if (kind === 'fails') trouble.fails = some(0);
    if (kind === 'skips') trouble.skips = some(1);
    if (kind === 'keeps') trouble.keepsDeleted = true;
    if (kind === 'none') trouble.clear();
  }

  async deleteByHand(index: number, what: Deletion): Promise<void> {
    const { codeDiscounts } = this.shop.local;
    const held = (await this.codes()).filter(({ state }) => state === 'held');
    const code = held[index % Math.max(1, held.length)]?.code ?? '';
    const found = codeDiscounts.find(code);
    if (found)
      await (what === 'code' ? codeDiscounts.removeCode(code) : codeDiscounts.remove(found.discount.id));
  }

  async run(job: CardJob): Promise<void> {
    await CARD_JOBS[job](this.shop.id).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error;
    });
  }

  async runInTurn(): Promise<void> {
    for (const job of IN_TURN) await this.run(job);
  }

  /**
   * A checkout is open while the plan changes, is paid within the quarter of an hour that Shopify leaves it, and nobody tells of it: in the
   * cart, then as codes, or the other way round.
   */
  async leaveOpen(who: number, change: () => void, minutes: number): Promise<void> {
    await this.buy({ who, counts: [5, 3], codes: 0, telling: 'once' });
    await this.runInTurn();
    const pay = await this.#open({ who, counts: [1, 1], codes: 2 });
    change();
    for (const pause of [0, 1, 12]) {
      await passForCards(this.shop, pause);
      await this.run('sync_discounts');
    }
    for (const job of UNTIL_PAID) await this.run(job);
    await pay?.('lost');
    await passForCards(this.shop, minutes);
    for (const job of AFTERWARDS) await this.run(job);
  }

  /** By bells, waiting jobs, and the look at orders and discounts that is due every hour: nobody else comes. */
  async calmDown(): Promise<void> {
    this.#calm();
    this.trouble('none');
    await pool().query('update "ShopDiscount" set "sweptAt" = null where "shopId" = $1', [this.shop.id]);
    for (const payload of this.#told) await this.#hear(payload);
    for (let round = 0; round < 45; round += 1) {
      await passForCards(this.shop, 4);
      const hourly = round % 15 === 0 ? (['sync_discounts', 'reconcile_shop'] as const) : [];
      for (const job of new Set([...hourly, ...(await this.#rung())])) await CARD_JOBS[job](this.shop.id);
    }
  }

  async #rung(): Promise<CardJob[]> {
    const { id } = this.shop;
    const waiting = await bellsOf(this.shop);
    await pool().query(`delete from graphile_worker._private_jobs where key like '%/' || $1::text`, [id]);
    for (const { job, shops } of BELLS) if ((await shops(pool(), new Date())).includes(id)) waiting.push(job);
    return waiting.filter(isCardJob);
  }

  /** Of each line floor(((Q − f) − N·f) × k / Q), what was adjusted, less what codes have used up of their cards. */
  stampsOf(customerId: string, key: CardKey, codes: readonly CardCode[]): number {
    const isTheirs = (one: string | null) => this.#person(one ?? '') === customerId;
    const orders = this.#orders.filter((one) => isTheirs(one.customerId) && one.cancelledAt === null);
    const parts = [
      ...orders.map((order) => this.#stampsOfOrder(order, key)),
      ...this.#adjusted.map((one) => (isTheirs(one.customerId) && one.key === key ? one.amount : 0)),
      ...codes.map((one) => (one.customerId === customerId && one.key === key ? -this.#takenBy(one) : 0)),
    ];
    return parts.reduce((sum, part) => sum + part, 0);
  }

  #stampsOfOrder(order: Order, key: CardKey): number {
    const variants = this.#products.map(
      (id) => this.shop.local.products.find((one) => one.id === id)?.variants[0]?.id,
    );
    // The first card counts what both include.
    const own = order.lines.filter(
      ({ variantId }) => variants.indexOf(variantId ?? '') === CARD_KEYS.indexOf(key),
    );
    const ofLine = (line: OrderLine) => {
      const { quantity, currentQuantity, unitPriceMinor } = line;
      const isAutomatic = (index: number) => order.discounts[index]?.type === 'automatic';
      const free = Math.round(offOf(line, isAutomatic) / unitPriceMinor);
      // Of what was wholly paid back nothing is earned, and free units are with the shopper all the same.
      const earned = order.financialStatus === 'refunded' ? 0 : quantity - free;
      return Math.floor(((earned - this.sizes[key] * free) * currentQuantity) / quantity);
    };
    return own.reduce((sum, line) => sum + ofLine(line), 0);
  }

  /** Its owner's orders all count, other people's until it is used up. */
  #takenBy({ code, state, price, customerId }: CardCode): number {
    const named = this.#orders.filter(({ discounts }) => discounts.some(({ title }) => title === code));
    if (named.length === 0) return state === 'released' ? 0 : price;
    const sumOf = (own: boolean) =>
      named
        .filter((order) => (this.#person(order.customerId ?? '') === customerId) === own)
        .reduce((sum, order) => sum + usedUp(order, code, price), 0);
    return sumOf(true) + Math.min(Math.max(price - sumOf(true), 0), sumOf(false));
  }
}

const offOf = ({ allocations }: OrderLine, isOurs: (application: number) => boolean): number =>
  allocations.reduce((sum, { application, amountMinor }) => sum + (isOurs(application) ? amountMinor : 0), 0);

function usedUp({ cancelledAt, discounts, lines }: Order, code: string, price: number): number {
  if (cancelledAt !== null) return 0;
  const offs = lines.map((line) => offOf(line, (index) => discounts[index]?.title === code));
  const whole = offs.reduce((sum, off) => sum + off, 0);
  if (whole === 0) return lines.some(({ currentQuantity }) => currentQuantity > 0) ? price : 0;
  const still = lines.reduce((sum, { currentQuantity, quantity }, index) => {
    return sum + Math.ceil(((offs[index] ?? 0) * currentQuantity) / quantity);
  }, 0);
  return Math.ceil((price * Math.min(still, whole)) / whole);
}
