// One *.myshopify.com store: its catalogue, customers, orders and metafields, and what its merchant can do to an
// order. Every change is kept, dated to the second, and told by webhook.
import { randomUUID } from 'node:crypto';
import { consentPayload, mergePayload, shopPayload } from '#tests/local-shopify/webhooks/app-payloads.ts';
import { orderPayload } from '#tests/local-shopify/webhooks/order-payload.ts';
import { refundPayload } from '#tests/local-shopify/webhooks/refund-payload.ts';
import { AutomaticDiscounts } from './automatic-discounts.ts';
import type { AutomaticDiscount } from './automatic-discount.ts';
import { BulkOperations } from './bulk-operations.ts';
import { CodeDiscounts } from './code-discounts.ts';
import type { KeptCodes } from './code-discounts.ts';
import { Drafts } from './drafts.ts';
import { edit, moveTo, takeCodeOff } from './order-edits.ts';
import { expireAuthorization, pay, voidAuthorization } from './order-payments.ts';
import { cancel, refund } from './order-refunds.ts';
import { FlowInbox } from './flow-inbox.ts';
import { newOrder } from './order-placing.ts';
import type { Ids } from './ids.ts';
import type { Keeper } from './keeper.ts';
import { ShopFront } from './shop-front.ts';
import { FRESH_THEME } from './theme.ts';
import type { Theme } from './theme.ts';
import { Themes } from './themes.ts';
import type { KeptThemes } from './themes.ts';
import { wholeSecond } from './times.ts';
import { USUAL } from './unsettled.ts';
import type { Unsettled } from './unsettled.ts';
import type { Draft } from './draft.ts';
import type {
  Customer,
  EditRequest,
  Metafield,
  Metafields,
  Order,
  OrderRequest,
  Refund,
  RefundRequest,
  ShopSetup,
} from './types.ts';

/** `eventId` is one per merchant action, whatever number of topics tell it. */
export type Announce = (domain: string, topic: string, payload: object, eventId: string) => void;

/** What a shop needs from the platform around it. */
export type Surroundings = {
  ids: Ids;
  keeper: Keeper;
  announce: Announce;
  clock: () => Date;
  appNamespace: string;
  /** Whether the app's functions run on a shop that pays for this plan. */
  runsFunctions: (shop: LocalShop) => boolean;
};

/** What an earlier run kept of a shop. */
export type ShopState = KeptCodes & {
  customers: Customer[];
  goneCustomers: string[];
  orders: Order[];
  ordersEver: number;
  appMetafields: Metafield[];
  themes: KeptThemes | null;
  theme: Theme | null;
  drafts: Draft[];
  automaticDiscounts: AutomaticDiscount[];
};

const BIRTH_DATE = 'facts.birth_date';

function birthDateField(id: string, value: string, createdAt: string, updatedAt: string): Metafield {
  return { id, namespace: 'facts', key: 'birth_date', type: 'date', value, createdAt, updatedAt };
}

/** The refund that a change left behind, and what it is told as beside `orders/updated`. */
type Changed = { topics?: string[]; made?: Refund | null };

export class LocalShop extends ShopFront {
  readonly drafts: Drafts;
  readonly themes: Themes;
  readonly automaticDiscounts: AutomaticDiscounts;
  readonly codeDiscounts: CodeDiscounts;
  readonly bulk = new BulkOperations();
  readonly flow = new FlowInbox();
  readonly #around: Surroundings;
  #ordersEver = 0;
  readonly customers: Map<string, Customer>;
  /** In the order placed. */
  readonly orders = new Map<string, Order>();
  /** Whether the app was granted customers' names (protected customer data, level 2), and whether their e-mails. */
  namesGranted = false;
  emailsGranted = false;
  /** Whether theme and checkout show customers a link to sign in, as the merchant sets it in the admin. */
  signInLinks = true;
  /** Of its address. */
  place: { country: string | null; province: string | null } = { country: 'IE', province: null };
  /** Where the merchant moved the app proxy to; null while it is where the toml says. */
  proxyPlace: { prefix: string; subpath: string } | null = null;
  /** How the stand-in does what nobody knows of Shopify; tests change it. */
  unsettled: Unsettled = USUAL;
  /** By how much the search for orders runs behind. */
  searchLagMs = 0;
  /** What the merchant pays Shopify for; on `basic` only apps of the App Store may run functions. */
  plan: 'development' | 'basic' | 'plus' = 'development';
  /** Metafields owned by our app's installation, by `namespace.key`. */
  readonly appMetafields: Metafields = {};

  constructor(setup: ShopSetup, around: Surroundings) {
    super(setup);
    this.#around = around;
    this.drafts = new Drafts(this, around);
    this.themes = new Themes(setup.domain, around, () => this.unsettled);
    this.automaticDiscounts = new AutomaticDiscounts(setup.domain, around);
    this.codeDiscounts = new CodeDiscounts(setup.domain, around);
    this.customers = new Map(setup.customers.map((customer) => [customer.id, customer]));
  }

  now(): Date {
    return this.#around.clock();
  }

  /** What the merchant sets in the admin. Webhooks: shop/update. */
  changeSettings(change: Partial<Pick<ShopSetup, 'name' | 'currency' | 'timeZone'>>, plan = this.plan): void {
    Object.assign(this.setup, change);
    this.plan = plan;
    this.#around.announce(this.domain, 'shop/update', shopPayload(this), randomUUID());
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
    const at = request.placedAt ?? this.#around.clock();
    const order = newOrder(this, request, this.#around.ids, at);
    this.orders.set(order.id, order);
    this.#countUses(order);
    this.#ordersEver += 1;
    this.#around.keeper.put(this.domain, 'counter', 'orders', this.#ordersEver);
    const paid = order.financialStatus === 'paid' ? ['orders/paid'] : [];
    return this.#settle(order, ['orders/create', ...paid]);
  }

  /** All that is outstanding, or a part of it. Webhooks: orders/paid once nothing is left, orders/updated. */
  async payOrder(id: string, amountMinor?: number): Promise<Order> {
    return this.#change(id, (order, at) => {
      pay(order, this.#around.ids, at, amountMinor);
      return { topics: order.financialStatus === 'partially_paid' ? [] : ['orders/paid'] };
    });
  }

  /** Webhooks: orders/updated. */
  async voidOrder(id: string): Promise<Order> {
    return this.#change(id, (order, at) => voidAuthorization(order, this.#around.ids, at));
  }

  /** Webhooks: orders/updated. */
  async expireOrder(id: string): Promise<Order> {
    return this.#change(id, expireAuthorization);
  }

  /** Webhooks: refunds/create, orders/updated. */
  async refundOrder(id: string, request: RefundRequest): Promise<Order> {
    return this.#change(id, (order, at) => ({
      made: refund(order, request, this.#around.ids, at, this.unsettled),
    }));
  }

  /** A parcel is sent, of all that is kept. Webhooks: orders/updated. */
  async fulfillOrder(id: string): Promise<Order> {
    return this.#change(id, (order, createdAt) => {
      const parcel = { id: this.nextId(), createdAt, status: 'success' } as const;
      order.fulfillments = [...(order.fulfillments ?? []), parcel];
    });
  }

  /** The carrier tells of the last parcel. No webhook that the app asks for tells it. */
  async tellDelivery(
    id: string,
    told: { estimatedDeliveryAt?: string; deliveredAt?: string },
  ): Promise<Order> {
    return this.#change(id, ({ fulfillments = [] }) => void Object.assign(fulfillments.at(-1) ?? {}, told));
  }

  /** The last parcel isn't sent after all. Webhooks: orders/updated. */
  async cancelFulfillment(id: string): Promise<Order> {
    return this.#change(id, ({ fulfillments = [] }) => {
      const last = fulfillments.at(-1);
      if (last) last.status = 'cancelled';
    });
  }

  /** Gives back what was paid. Webhooks: refunds/create, orders/cancelled, orders/updated. */
  async cancelOrder(id: string): Promise<Order> {
    return this.#change(id, (order, at) => {
      const made = cancel(order, this.#around.ids, at);
      return { made, topics: ['orders/cancelled'] };
    });
  }

  /**
   * Sets kept quantities and adds lines: up leaves money outstanding, down writes a refund without money.
   * Webhooks: refunds/create when units were removed, orders/updated.
   */
  async editOrder(id: string, request: EditRequest | EditRequest['lines']): Promise<Order> {
    const wanted = Array.isArray(request) ? { lines: request } : request;
    return this.#change(id, (order, at) => ({ made: edit(order, this, wanted, this.#around.ids, at) }));
  }

  /** A code that the order names goes off it again. Webhooks: orders/updated. */
  async takeCodeOff(id: string, code: string): Promise<Order> {
    return this.#change(id, (order) => takeCodeOff(order, this, code));
  }

  /** To another customer, to the guest who turns out to be one, or to nobody. Webhooks: orders/updated. */
  async moveOrder(id: string, customerId: string | null): Promise<Order> {
    return this.#change(id, (order) => moveTo(order, this, customerId));
  }

  /** What a fulfilment or a note does: the order is told again, no number changed. Webhooks: orders/updated. */
  async touchOrder(id: string, change: { note?: string; tags?: string[] } = {}): Promise<Order> {
    return this.#change(id, (order) => void Object.assign(order, change));
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
      await this.#change(order.id, (each) => {
        each.customerId = keptId;
      });
    }
  }

  /** What `$app` stands for. */
  get appNamespace(): string {
    return this.#around.appNamespace;
  }

  /** Whether the app is there, and its functions may run. */
  runsFunctions(): boolean {
    return this.#around.runsFunctions(this);
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

  /** Shopify's standard metafield `facts.birth_date`, `YYYY-MM-DD`; null takes it away. The customer counts as updated. */
  async setBirthDate(customerId: string, date: string | null): Promise<void> {
    const customer = this.customers.get(customerId);
    if (!customer) throw new Error(`${this.domain} has no customer ${customerId}`);
    const at = wholeSecond(this.#around.clock());
    const { [BIRTH_DATE]: before, ...rest } = customer.metafields;
    const metafield =
      date !== null && birthDateField(before?.id ?? this.nextId(), date, before?.createdAt ?? at, at);
    const metafields = metafield ? { ...rest, [BIRTH_DATE]: metafield } : rest;
    await this.saveCustomer({ ...customer, metafields, updatedAt: at });
  }

  /** Yes or no to mails that advertise. Webhook: customers_email_marketing_consent/update. */
  async setNewsletter(customerId: string, wanted: boolean): Promise<void> {
    const customer = this.customers.get(customerId);
    if (!customer) throw new Error(`${this.domain} has no customer ${customerId}`);
    const at = wholeSecond(this.#around.clock());
    const newsletter = { state: wanted ? 'SUBSCRIBED' : 'UNSUBSCRIBED', at } as const;
    const saved = { ...customer, newsletter, updatedAt: at };
    await this.saveCustomer(saved);
    this.#around.announce(
      this.domain,
      'customers_email_marketing_consent/update',
      consentPayload(saved),
      randomUUID(),
    );
  }

  async saveAppMetafield(metafield: Metafield): Promise<void> {
    const name = `${metafield.namespace}.${metafield.key}`;
    this.appMetafields[name] = metafield;
    this.#around.keeper.put(this.domain, 'app-metafield', name, metafield);
    await this.#around.keeper.flush();
  }

  /** What the merchant chose in the editor of the published theme. */
  get theme(): Theme {
    return this.themes.published?.theme ?? FRESH_THEME;
  }

  async saveTheme(theme: Theme): Promise<void> {
    await this.themes.save(theme);
  }

  /** Puts back what an earlier run kept; tells nobody. */
  restore(kept: ShopState): void {
    for (const customer of kept.customers) this.customers.set(customer.id, customer);
    for (const id of kept.goneCustomers) this.customers.delete(id);
    const byNumber = [...kept.orders].sort((a, b) => a.number - b.number);
    for (const order of byNumber) this.orders.set(order.id, order);
    this.#ordersEver = kept.ordersEver;
    this.themes.restore(kept.themes, kept.theme);
    this.drafts.restore(kept.drafts);
    this.automaticDiscounts.restore(kept.automaticDiscounts);
    this.codeDiscounts.restore(kept);
    for (const one of kept.appMetafields) this.appMetafields[`${one.namespace}.${one.key}`] = one;
  }

  /** A draft's discount bears a code's text at most: Shopify counts no use for it. */
  #countUses({ discounts, sourceName }: Order): void {
    if (sourceName === 'shopify_draft_order') return;
    for (const { type, title } of discounts) if (type === 'discount_code') this.codeDiscounts.noteUse(title);
  }

  /** What is refused half-way has changed nothing. */
  async #change(id: string, make: (order: Order, at: string) => Changed | void): Promise<Order> {
    const order = this.order(id);
    const before = structuredClone(order);
    try {
      order.updatedAt = wholeSecond(this.#around.clock());
      const { topics = [], made = null } = make(order, order.updatedAt) ?? {};
      return await this.#settle(order, [...topics, 'orders/updated'], made);
    } catch (error) {
      Object.assign(order, before);
      throw error;
    }
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
