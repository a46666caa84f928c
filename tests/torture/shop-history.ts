// What has happened in one shop so far: what events draw from, and what the replay counts beside the orders that Shopify
// has at the end. Customers and orders are chosen by their place in these lists, never by ids, so that a seed draws alike.
import { balanceMinor } from '#tests/local-shopify/shop/order-totals.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import type { CodeDiscount } from '#tests/local-shopify/shop/code-discount.ts';
import type { Reward, Rules } from './replay/rules.ts';
import { codeOf, type TakenVoucher } from './replay/vouchers.ts';
import type { Asked } from './world/shopper.ts';

/** An order that wasn't deleted, with what decides what may still happen to it. */
export type Placed = {
  id: string;
  /** Nothing was outstanding once: what is added to it now is paid by the end (see `close` of the edits). */
  everPaid: boolean;
  /** Goods went in or out without money. */
  exchanged: boolean;
  /** Money was given back as a favour: nothing follows but a cancellation. */
  favoured: boolean;
  /** It was another's once. */
  moved?: true;
};

export type Adjustment = { customerId: string; unit: string; amount: number };

/** A reward that a shopper took, or the merchant gave; `orderIds` are found by its code. */
export type RewardTaken = Omit<TakenVoucher, 'code' | 'orderIds'> & {
  /** The tap that took it; null where it was given. */
  asked: Asked | null;
  /** As the tap's answer told them: the voucher's number, its code, its last day. Null where nothing told them. */
  id: string | null;
  code: string | null;
  until: string | null;
};

/** A tap that brought nothing. */
export type Refusal = {
  /** Whoever it was is by now. */
  customerId: string;
  reward: Reward;
  /** Of the shop's calendar, when it was asked and when it was answered. */
  days: readonly string[];
  reason: string;
};

/** A tap on one of a moment's gifts that was answered with it. */
export type GiftChosen = { customerId: string; cause: string; offer: number };

/** A list of customers whom the merchant gave a moment: `again`, also of those who had it. */
export type ListGiven = {
  momentKey: string;
  requestKey: string;
  customerIds: readonly string[];
  again: boolean;
};

export type RowBrought = {
  customerId: string;
  points: number;
  stamps: number;
  /** Of the calendar. */
  birthday: string | null;
  /** Years ago. */
  joinedOn: string | null;
  leftOut: boolean;
};

/** A file with members, as it was sent: so many of their points are so many of ours. */
export type FileBrought = {
  id: string;
  way: 'add' | 'set';
  theirs: number;
  ours: number;
  rows: readonly RowBrought[];
};

/** Before the merchant's first publish. */
export const NO_RULES: Rules = {
  earn: { points: 1, perMinor: 100 },
  counts: { testOrders: false, shipping: false, giftCards: false, tips: false },
  leftOutTags: [],
  cards: [],
};

export class ShopHistory {
  readonly shop: LocalShop;
  /** Alive at Shopify, and nobody whom the program leaves out. */
  readonly customers: string[] = [];
  /** They bear a tag that earns nothing. */
  readonly staff: string[] = [];
  /** An order was taken off them, or they were left out, or left: neither merged nor erased (decision 051). */
  readonly unmergeable = new Set<string>();
  /** An order of theirs became another's, or nobody's. */
  readonly lostOrders = new Set<string>();
  /** Who left the program, and the whole second in which they last came back; null while they are away. */
  readonly departed = new Map<string, string | null>();
  /** Orders that were somebody's when they left: they bring nothing any more. */
  readonly closedOrders = new Set<string>();
  /** Spans in whole seconds, the last one open while they are left out. */
  readonly timesLeftOut = new Map<string, { from: string; until: string | null }[]>();
  /** Of some file's rows: nobody leaves them out by hand beside it, so what the file says is all that decides. */
  readonly leftOutByFiles = new Set<string>();
  /** Members who were erased, and whose customer they were. */
  readonly erased = new Map<string, string>();
  readonly orders: Placed[] = [];
  /** Orders from before the app was there. */
  readonly past = new Set<string>();
  /** The merchant let some of them earn, whatever became of that. */
  wasAwarded = false;
  readonly files: FileBrought[] = [];
  readonly adjustments: Adjustment[] = [];
  readonly rewards: RewardTaken[] = [];
  readonly refusals: Refusal[] = [];
  readonly chosen: GiftChosen[] = [];
  readonly lists: ListGiven[] = [];
  /** A date of life that was told last, of the calendar; null where it was taken away. */
  readonly dates = new Map<string, string | null>();
  /** A birthday that was told last, of this year. */
  readonly births = new Map<string, string>();
  /** Whether they ever said no to the newsletter, of those who said yes. */
  readonly newsletter = new Map<string, { saidNo: boolean }>();
  /** By task: who had ticked it off first. */
  readonly tasksDone = new Map<string, string>();
  /** Two of them were made one. */
  readonly joined = new Set<string>();
  /** Whom the customer was merged into. */
  readonly #became = new Map<string, string>();
  /** By code, as `codeOf` writes it: every order that ever used it, deleted ones as well. */
  readonly named = new Map<string, Set<string>>();
  /** By code: renewals of subscriptions that repeat it, and orders of which staff called a discount by it. Neither is a use. */
  readonly repeated = new Map<string, Set<string>>();
  /** What was answered, and may never be. */
  readonly mistakes: string[] = [];
  /** As the merchant published them last. */
  rules: Rules;
  /** The whole program is paused. */
  paused = false;
  /** Days of pauses that are over: on the first and the last the program ran for a while. */
  readonly pauses: { from: string; until: string }[] = [];
  /** Days of the quiet year on which the shop was swept; on the first the moment of silence began. */
  readonly looks: string[] = [];
  /** The app is uninstalled: nobody is told anything, and nothing is done by its screens. */
  away = false;
  readonly #discounts = new Map<string, CodeDiscount>();
  readonly #log: { order: string | null; customers: readonly string[]; text: string }[] = [];

  constructor(shop: LocalShop, rules: Rules) {
    this.shop = shop;
    this.rules = rules;
  }

  /** What a code gave when it was last seen. */
  lastDiscountOf(code: string): CodeDiscount | undefined {
    return this.#discounts.get(codeOf(code));
  }

  keepDiscountOf(code: string, discount: CodeDiscount): void {
    this.#discounts.set(codeOf(code), discount);
  }

  /** An order bears a code; told of whoever has it, too. */
  nameCode(placed: Placed, title: string, isUse = true): void {
    const code = codeOf(title);
    const to = isUse ? this.named : this.repeated;
    to.set(code, (to.get(code) ?? new Set()).add(placed.id));
    const owner = this.rewards.find((one) => codeOf(one.code ?? '') === code)?.customerId;
    const how = isUse ? 'names' : 'bears, without a use,';
    if (owner !== undefined) this.tell(`${this.order(placed).name} ${how} ${title}`, [owner], placed.id);
  }

  /** Two turn out to be one: what either told of themselves is the one's, whose own word goes first. */
  join(gone: string, kept: string): void {
    this.#became.set(gone, kept);
    for (const one of [gone, kept]) this.joined.add(one);
    const [date, birth] = [this.dates.get(gone), this.births.get(gone)];
    if (date && !this.dates.get(kept)) this.dates.set(kept, date);
    if (birth && !this.births.has(kept)) this.births.set(kept, birth);
  }

  /** Whoever a customer is by now. */
  personOf(customerId: string): string {
    const next = this.#became.get(customerId);
    return next === undefined ? customerId : this.personOf(next);
  }

  /** Everybody who is one person with the customer by now, themselves as well. */
  halvesOf(customerId: string): string[] {
    const person = this.personOf(customerId);
    return [person, ...[...this.#became.keys()].filter((id) => this.personOf(id) === person)];
  }

  /** Whether something of theirs is from before the app was there. */
  hasPast(customerId: string): boolean {
    return [...this.past].some((id) => this.shop.orders.get(id)?.customerId === customerId);
  }

  /** The order as Shopify has it. */
  order(placed: Placed): Order {
    return this.shop.order(placed.id);
  }

  /** All that they have ends; nobody but them can bring them back, so nothing else happens to them meanwhile. */
  leave(customerId: string): void {
    this.departed.set(customerId, null);
    // An order of somebody else from before the return may be told before or after a merge into them.
    this.unmergeable.add(customerId);
    this.customers.splice(this.customers.indexOf(customerId), 1);
    for (const one of this.shop.orders.values())
      if (one.customerId === customerId) this.closedOrders.add(one.id);
    const before = this.adjustments.filter((one) => one.customerId === customerId);
    for (const one of before) this.adjustments.splice(this.adjustments.indexOf(one), 1);
    for (const one of this.rewards.filter((each) => each.customerId === customerId))
      Object.assign(one, { ended: true, closed: true });
    this.tell(`${customerId} leaves the program`, [customerId]);
  }

  comeBack(customerId: string, second: string): void {
    this.departed.set(customerId, second);
    this.customers.push(customerId);
    this.tell(`${customerId} comes back to the program at ${second}`, [customerId]);
  }

  /** Whether it brings nothing, because whose it is left the program, or was away. */
  isClosed({ id, customerId, processedAt }: Order): boolean {
    const returnedAt = this.departed.get(customerId ?? '');
    if (this.closedOrders.has(id) || returnedAt === null) return true;
    return returnedAt !== undefined && processedAt < returnedAt;
  }

  /** To be called after each change of an order. */
  note(placed: Placed, text: string): void {
    const order = this.order(placed);
    if (balanceMinor(order) <= 0) placed.everPaid = true;
    this.tell(`${order.name} ${text}`, [order.customerId ?? ''], placed.id);
  }

  tell(text: string, customers: readonly string[], order: string | null = null): void {
    this.#log.push({ order, customers, text });
  }

  /** In the order in which they happened: what customers did, and what was done to orders that are or were theirs. */
  toldOf(customerId: string): string[] {
    const names = new Set([customerId]);
    const orders = new Set(
      [...this.shop.orders.values()].filter((one) => one.customerId === customerId).map(({ id }) => id),
    );
    for (const { order, customers } of this.#log) {
      if (order === null && customers.some((one) => names.has(one)))
        for (const one of customers) names.add(one);
      if (order !== null && customers.some((one) => names.has(one))) orders.add(order);
    }
    return this.#log
      .filter(({ order, customers }) =>
        order === null ? customers.some((one) => names.has(one)) : orders.has(order),
      )
      .map(({ text }) => text);
  }

  /** Forgets an order that is no more. */
  drop(placed: Placed): void {
    const place = this.orders.indexOf(placed);
    const last = this.orders.pop();
    if (last && last !== placed) this.orders[place] = last;
  }
}
