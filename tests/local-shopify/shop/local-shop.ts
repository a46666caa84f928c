// One *.myshopify.com store: its catalogue, customers, orders and metafields, and what its merchant can do to an
// order. Every change is kept, dated to the second, and told by webhook.
import { randomUUID } from 'node:crypto';
import { mergePayload } from '#tests/local-shopify/webhooks/app-payloads.ts';
import { orderPayload } from '#tests/local-shopify/webhooks/order-payload.ts';
import { refundPayload } from '#tests/local-shopify/webhooks/refund-payload.ts';
import { cancel, edit, pay, refund } from './order-changes.ts';
import { newOrder } from './order-placing.ts';
import type { Ids } from './ids.ts';
import type { Keeper } from './keeper.ts';
import { wholeSecond } from './times.ts';
import type {
  Collection,
  Customer,
  Locale,
  Metafield,
  Metafields,
  Order,
  OrderRequest,
  Product,
  Refund,
  RefundRequest,
  ShopSetup,
  Variant,
} from './types.ts';

/** `eventId` is one per merchant action, whatever number of topics tell it. */
export type Announce = (domain: string, topic: string, payload: object, eventId: string) => void;

/** What a shop needs from the platform around it. */
export type Surroundings = { ids: Ids; keeper: Keeper; announce: Announce; clock: () => Date };

/** What an earlier run kept of a shop. */
export type ShopState = {
  customers: Customer[];
  goneCustomers: string[];
  orders: Order[];
  ordersEver: number;
  appMetafields: Metafield[];
};

export class LocalShop {
  readonly setup: ShopSetup;
  readonly #around: Surroundings;
  #ordersEver = 0;
  readonly products: Product[];
  readonly collections: Collection[];
  readonly customers: Map<string, Customer>;
  /** In the order placed. */
  readonly orders = new Map<string, Order>();
  /** Whether the app was granted customers' names (protected customer data, level 2). */
  namesGranted = false;
  /** Metafields owned by our app's installation, by `namespace.key`. */
  readonly appMetafields: Metafields = {};

  constructor(setup: ShopSetup, around: Surroundings) {
    this.setup = setup;
    this.#around = around;
    this.products = setup.products;
    this.collections = setup.collections;
    this.customers = new Map(setup.customers.map((customer) => [customer.id, customer]));
  }

  get domain(): string {
    return this.setup.domain;
  }
  get name(): string {
    return this.setup.name;
  }
  get currency(): string {
    return this.setup.currency;
  }
  get timeZone(): string {
    return this.setup.timeZone;
  }
  get locales(): Locale[] {
    return this.setup.locales;
  }
  get moneyFormat(): string {
    return this.setup.moneyFormat;
  }

  product(id: string): Product | null {
    return this.products.find((product) => product.id === id) ?? null;
  }

  productByHandle(handle: string): Product | null {
    return this.products.find((product) => product.handle === handle) ?? null;
  }

  variant(id: string): { product: Product; variant: Variant } | null {
    for (const product of this.products) {
      const variant = product.variants.find((one) => one.id === id);
      if (variant) return { product, variant };
    }
    return null;
  }

  collectionsOf(productId: string): Collection[] {
    return this.collections.filter((collection) => collection.productIds.includes(productId));
  }

  /** Counts deleted ones too, so that no number is given twice. */
  ordersEver(): number {
    return this.#ordersEver;
  }

  /** Newest first. */
  newestOrders(limit = 50): Order[] {
    return [...this.orders.values()].reverse().slice(0, limit);
  }

  /** Throws when there is no such order. */
  order(id: string): Order {
    const order = this.orders.get(id);
    if (!order) throw new Error(`${this.domain} has no order ${id}`);
    return order;
  }

  /** Webhooks: orders/create, then orders/paid when it is paid at once. */
  async placeOrder(request: OrderRequest): Promise<Order> {
    const order = newOrder(this, request, this.#around.ids, this.#around.clock());
    this.orders.set(order.id, order);
    this.#ordersEver += 1;
    this.#around.keeper.put(this.domain, 'counter', 'orders', this.#ordersEver);
    const paid = order.financialStatus === 'paid' ? ['orders/paid'] : [];
    return this.#settle(order, ['orders/create', ...paid]);
  }

  /** Captures or marks as paid whatever is outstanding. Webhooks: orders/paid, orders/updated. */
  async payOrder(id: string): Promise<Order> {
    const order = this.order(id);
    pay(order, this.#around.ids, this.#stamp(order));
    return this.#settle(order, ['orders/paid', 'orders/updated']);
  }

  /** Webhooks: refunds/create, orders/updated. */
  async refundOrder(id: string, request: RefundRequest): Promise<Order> {
    const order = this.order(id);
    const made = refund(order, request, this.#around.ids, this.#stamp(order));
    return this.#settle(order, ['orders/updated'], made);
  }

  /** Gives back what was paid. Webhooks: refunds/create, orders/cancelled, orders/updated. */
  async cancelOrder(id: string): Promise<Order> {
    const order = this.order(id);
    const made = cancel(order, this.#around.ids, this.#stamp(order));
    return this.#settle(order, ['orders/cancelled', 'orders/updated'], made);
  }

  /** Sets kept quantities: up leaves money outstanding, down writes a refund without money. Webhooks: orders/updated. */
  async editOrder(id: string, lines: { lineId: string; quantity: number }[]): Promise<Order> {
    const order = this.order(id);
    const made = edit(order, this.setup, lines, this.#around.ids, this.#stamp(order));
    return this.#settle(order, ['orders/updated'], made);
  }

  /** What a fulfilment or a note does: the order is told again, no number changed. Webhooks: orders/updated. */
  async touchOrder(id: string, change: { note?: string; tags?: string[] } = {}): Promise<Order> {
    const order = Object.assign(this.order(id), change);
    this.#stamp(order);
    return this.#settle(order, ['orders/updated']);
  }

  /** Webhooks: orders/delete, which names nothing but the id. */
  async deleteOrder(id: string): Promise<void> {
    this.order(id);
    this.orders.delete(id);
    this.#around.keeper.remove(this.domain, 'order', id);
    await this.#around.keeper.flush();
    this.#around.announce(this.domain, 'orders/delete', { id: Number(id) }, randomUUID());
  }

  /** The customer's orders stay and belong to nobody. */
  async deleteCustomer(id: string): Promise<void> {
    if (!this.customers.delete(id)) throw new Error(`${this.domain} has no customer ${id}`);
    this.#around.keeper.remove(this.domain, 'customer', id);
    await this.#around.keeper.flush();
  }

  /**
   * `deletedId` becomes `keptId`: its orders are the kept customer's, it is gone. Webhooks: customers/merge, and an
   * orders/updated of each order.
   */
  async mergeCustomers(keptId: string, deletedId: string): Promise<void> {
    if (!this.customers.has(keptId)) throw new Error(`${this.domain} has no customer ${keptId}`);
    const moved = [...this.orders.values()].filter((order) => order.customerId === deletedId);
    await this.deleteCustomer(deletedId);
    const merged = mergePayload(keptId, deletedId);
    this.#around.announce(this.domain, 'customers/merge', merged, randomUUID());
    for (const order of moved) {
      order.customerId = keptId;
      this.#stamp(order);
      await this.#settle(order, ['orders/updated']);
    }
  }

  nextId(): string {
    return this.#around.ids.next();
  }

  async addCustomer(
    customer: Omit<Customer, 'id' | 'createdAt' | 'updatedAt' | 'metafields'>,
  ): Promise<Customer> {
    const at = wholeSecond(this.#around.clock());
    const added = { ...customer, id: this.#around.ids.next(), metafields: {}, createdAt: at, updatedAt: at };
    await this.saveCustomer(added);
    return added;
  }

  async saveCustomer(customer: Customer): Promise<void> {
    this.customers.set(customer.id, customer);
    this.#around.keeper.put(this.domain, 'customer', customer.id, customer);
    await this.#around.keeper.flush();
  }

  async saveAppMetafield(metafield: Metafield): Promise<void> {
    const name = `${metafield.namespace}.${metafield.key}`;
    this.appMetafields[name] = metafield;
    this.#around.keeper.put(this.domain, 'app-metafield', name, metafield);
    await this.#around.keeper.flush();
  }

  /** Puts back what an earlier run kept; tells nobody. */
  restore(kept: ShopState): void {
    for (const customer of kept.customers) this.customers.set(customer.id, customer);
    for (const id of kept.goneCustomers) this.customers.delete(id);
    const byNumber = [...kept.orders].sort((a, b) => a.number - b.number);
    for (const order of byNumber) this.orders.set(order.id, order);
    this.#ordersEver = kept.ordersEver;
    for (const one of kept.appMetafields) this.appMetafields[`${one.namespace}.${one.key}`] = one;
  }

  #stamp(order: Order): string {
    order.updatedAt = wholeSecond(this.#around.clock());
    return order.updatedAt;
  }

  async #settle(order: Order, topics: string[], made: Refund | null = null): Promise<Order> {
    this.#around.keeper.put(this.domain, 'order', order.id, order);
    await this.#around.keeper.flush();
    const eventId = randomUUID();
    if (made) this.#around.announce(this.domain, 'refunds/create', refundPayload(this, order, made), eventId);
    for (const topic of topics) this.#around.announce(this.domain, topic, orderPayload(this, order), eventId);
    return order;
  }
}
