// Draft orders: prepared by the merchant, told to nobody, and turned into an order once.
import { forgetfulKeeper } from './keeper.ts';
import { Ids } from './ids.ts';
import type { LocalShop, Surroundings } from './local-shop.ts';
import { newOrder } from './order-placing.ts';
import { Refused } from './refused.ts';
import { wholeSecond } from './times.ts';
import type { Draft, DraftContent } from './draft.ts';
import type { Order, OrderRequest } from './types.ts';

export class Drafts {
  readonly #shop: LocalShop;
  readonly #around: Surroundings;
  readonly #drafts = new Map<string, Draft>();
  #ever = 0;

  constructor(shop: LocalShop, around: Surroundings) {
    this.#shop = shop;
    this.#around = around;
  }

  /** Newest first. */
  list(): Draft[] {
    return [...this.#drafts.values()].reverse();
  }

  find(id: string): Draft | null {
    return this.#drafts.get(id) ?? null;
  }

  /** What it would come to as an order; gives no id away. Throws Refused. */
  preview(content: DraftContent): Order {
    const ids = new Ids(forgetfulKeeper());
    return newOrder(this.#shop, requestOf(this.#shop, content, 'pending'), ids, this.#around.clock());
  }

  /** The same of a kept draft; null once a customer or product of it is gone. */
  orderOf(draft: Draft): Order | null {
    try {
      return this.preview(draft.content);
    } catch (error) {
      if (error instanceof Refused) return null;
      throw error;
    }
  }

  /** Throws Refused for a content that can't become an order. */
  async create(content: DraftContent): Promise<Draft> {
    this.preview(content);
    this.#ever += 1;
    const at = wholeSecond(this.#around.clock());
    const [id, name] = [this.#around.ids.next(), `#D${this.#ever}`];
    return this.#keep({ id, name, createdAt: at, updatedAt: at, content, orderId: null });
  }

  async save(id: string, content: DraftContent): Promise<Draft> {
    const draft = this.#open(id);
    this.preview(content);
    return this.#keep({ ...draft, content, updatedAt: wholeSecond(this.#around.clock()) });
  }

  /** Webhooks: those of an order placed. Throws Refused the second time. */
  async complete(id: string, payment: 'paid' | 'pending'): Promise<Order> {
    const draft = this.#open(id);
    const order = await this.#shop.placeOrder(requestOf(this.#shop, draft.content, payment));
    await this.#keep({ ...draft, orderId: order.id, updatedAt: order.createdAt });
    return order;
  }

  async remove(id: string): Promise<void> {
    this.#open(id);
    this.#drafts.delete(id);
    this.#around.keeper.remove(this.#shop.domain, 'draft', id);
    await this.#around.keeper.flush();
  }

  /** Puts back what an earlier run kept. */
  restore(drafts: Draft[]): void {
    const byId = [...drafts].sort((a, b) => Number(a.id) - Number(b.id));
    for (const draft of byId) this.#drafts.set(draft.id, draft);
    this.#ever = Math.max(0, ...drafts.map((draft) => Number(draft.name.slice(2))));
  }

  #open(id: string): Draft {
    const draft = this.#drafts.get(id);
    if (!draft) throw new Refused(`${this.#shop.domain} has no draft ${id}`);
    if (draft.orderId !== null) throw new Refused(`draft ${draft.name} is an order already`);
    return draft;
  }

  async #keep(draft: Draft): Promise<Draft> {
    this.#drafts.set(draft.id, draft);
    this.#around.keeper.put(this.#shop.domain, 'draft', draft.id, draft);
    await this.#around.keeper.flush();
    return draft;
  }
}

function requestOf(shop: LocalShop, content: DraftContent, payment: 'paid' | 'pending'): OrderRequest {
  const { customerId, lines, customItems, discount, shippingMinor, note } = content;
  if (lines.length + customItems.length === 0) throw new Refused('a draft needs a product or an item');
  const primary = shop.locales.find((one) => one.primary)?.locale ?? 'en';
  return {
    customerId,
    lines,
    customItems,
    payment,
    locale: shop.customers.get(customerId ?? '')?.locale ?? primary,
    sourceName: 'shopify_draft_order',
    discounts: discount ? [{ type: 'manual', ...discount }] : [],
    ...(shippingMinor > 0 ? { shippingMinor } : {}),
    ...(note === '' ? {} : { note }),
  };
}
