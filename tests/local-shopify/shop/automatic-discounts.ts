// The automatic discounts of one store: what its apps and its merchant do to them, each told by webhook.
import { randomUUID } from 'node:crypto';
import { discountGid, discountPayload } from '#tests/local-shopify/webhooks/discount-payload.ts';
import { statusAt } from './automatic-discount.ts';
import type { AutomaticDiscount, DiscountKind } from './automatic-discount.ts';
import type { Surroundings } from './local-shop.ts';
import { Refused } from './refused.ts';
import { wholeSecond } from './times.ts';

type Settings = Omit<AutomaticDiscount, 'id' | 'createdAt' | 'updatedAt' | keyof DiscountKind>;
export type NewDiscount = Settings & DiscountKind;

export class AutomaticDiscounts {
  readonly #domain: string;
  readonly #around: Surroundings;
  readonly #discounts = new Map<string, AutomaticDiscount>();

  constructor(domain: string, around: Surroundings) {
    this.#domain = domain;
    this.#around = around;
  }

  /** Oldest first. */
  values(): AutomaticDiscount[] {
    return [...this.#discounts.values()];
  }

  /** Those that give something now, oldest first. */
  active(): AutomaticDiscount[] {
    const at = this.#around.clock();
    return this.values().filter((one) => statusAt(one, at) === 'ACTIVE');
  }

  get(id: string): AutomaticDiscount | undefined {
    return this.#discounts.get(id);
  }

  /** Webhooks: discounts/create. */
  async add(content: NewDiscount): Promise<AutomaticDiscount> {
    const at = wholeSecond(this.#around.clock());
    const added = { ...content, id: this.#around.ids.next(), createdAt: at, updatedAt: at };
    return this.#settle(added, 'discounts/create');
  }

  /** Webhooks: discounts/update. Throws Refused where there is no such discount. */
  async change(id: string, change: Partial<Settings>): Promise<AutomaticDiscount> {
    const updatedAt = wholeSecond(this.#around.clock());
    return this.#settle({ ...this.#one(id), ...change, updatedAt }, 'discounts/update');
  }

  /** From now on it gives nothing. Webhooks: discounts/update. */
  async end(id: string): Promise<AutomaticDiscount> {
    return this.change(id, { endsAt: wholeSecond(this.#around.clock()) });
  }

  /** It gives again, without an end. Webhooks: discounts/update. */
  async start(id: string): Promise<AutomaticDiscount> {
    const discount = this.#one(id);
    const now = wholeSecond(this.#around.clock());
    const startsAt = discount.startsAt > now ? now : discount.startsAt;
    return this.change(id, { startsAt, endsAt: null });
  }

  /** A copy with another title, and with the app's metafields or without. Webhooks: discounts/create. */
  async duplicate(id: string, withMetafields: boolean): Promise<AutomaticDiscount> {
    const original = structuredClone(this.#one(id));
    const metafields = withMetafields ? original.metafields : {};
    return this.add({ ...original, title: `Copy of ${original.title}`, metafields });
  }

  /** Webhooks: discounts/delete. */
  async remove(id: string): Promise<void> {
    this.#one(id);
    this.#forget(id);
    await this.#around.keeper.flush();
    const deleted = { admin_graphql_api_id: discountGid(id), deleted_at: this.#around.clock().toISOString() };
    this.#around.announce(this.#domain, 'discounts/delete', deleted, randomUUID());
  }

  /** The app is gone, and its discounts with it; nobody is told. */
  async forgetApp(): Promise<void> {
    for (const { id, kind } of this.values()) if (kind === 'app') this.#forget(id);
    await this.#around.keeper.flush();
  }

  /** Puts back what an earlier run kept. */
  restore(discounts: AutomaticDiscount[]): void {
    const byId = [...discounts].sort((a, b) => Number(a.id) - Number(b.id));
    for (const discount of byId) this.#discounts.set(discount.id, discount);
  }

  #one(id: string): AutomaticDiscount {
    const discount = this.#discounts.get(id);
    if (!discount) throw new Refused(`${this.#domain} has no automatic discount ${id}`);
    return discount;
  }

  #forget(id: string): void {
    this.#discounts.delete(id);
    this.#around.keeper.remove(this.#domain, 'automatic-discount', id);
  }

  async #settle(discount: AutomaticDiscount, topic: string): Promise<AutomaticDiscount> {
    this.#discounts.set(discount.id, discount);
    this.#around.keeper.put(this.#domain, 'automatic-discount', discount.id, discount);
    await this.#around.keeper.flush();
    const told = discountPayload(discount, this.#around.clock());
    this.#around.announce(this.#domain, topic, told, randomUUID());
    return discount;
  }
}
