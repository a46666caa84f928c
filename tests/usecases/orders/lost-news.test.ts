import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { now } from '#app/clock.server.ts';
import { tryAllAgain } from '#app/db/orders/set-aside.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { carryOutRequests } from '#app/usecases/members/carry-out-requests.ts';
import { setBirthday } from '#app/usecases/moments/set-birthday.ts';
import { applyOrders } from '#app/usecases/orders/apply-orders.ts';
import { reconcileShop } from '#app/usecases/orders/reconcile-shop.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { nextId, order } from '#tests/support/factories.ts';
import { balance, tell } from '#tests/support/shops.ts';

const local = useLocalShopify();
let shop: InstalledShop;

beforeAll(async () => {
  shop = await local.install();
});

afterEach(() => {
  local.shopify().faults(shop.domain).clear();
  vi.useRealTimers();
});

function nextCustomer(): string {
  const [like] = shop.local.customers.values();
  const id = nextId();
  shop.local.customers.set(id, { ...like!, id, metafields: {} });
  return id;
}

const points = async (customerId: string) => (await balance(shop, customerId)).points;

async function buy(customerId: string): Promise<Order> {
  const variantId = shop.local.products[0]!.variants[0]!.id;
  const lines = [{ variantId, quantity: 1 }];
  return shop.local.placeOrder({ customerId, lines, payment: 'paid', locale: 'en' });
}

/** No webhook is heard here: whatever is known was found. */
async function reconcile(): Promise<void> {
  await reconcileShop(shop.id);
  await carryOutRequests(shop.id);
  await applyOrders(shop.id);
}

describe('C95 a deletion that no webhook told', () => {
  it('takes its points back, and those of no other order', async () => {
    const customerId = nextCustomer();
    const kept = await buy(customerId);
    const deleted = await buy(customerId);
    await reconcile();
    const both = await points(customerId);
    await shop.local.deleteOrder(deleted.id);
    await reconcile();
    expect(await points(customerId)).toBe(both / 2);
    await reconcile();
    expect(await points(customerId)).toBe(both / 2);
    expect(shop.local.orders.has(kept.id)).toBe(true);
  });

  it('is found in its turn when hundreds of orders are newer', async () => {
    const customerId = nextCustomer();
    const deleted = await buy(customerId);
    await reconcile();
    await shop.local.deleteOrder(deleted.id);
    local.shopify().throttle(shop.domain).configure(100_000);
    const another = nextCustomer();
    for (let placed = 0; placed < 120; placed += 1) await buy(another);
    await reconcile();
    await reconcile();
    expect(await points(customerId)).toBe(0);
  });

  it('is no deletion where Shopify refuses to say, or the order is older than apps may read', async () => {
    const customerId = nextCustomer();
    const old = new Date(Date.now() - 58 * 24 * 3_600_000).toISOString();
    await pool().query(`update "Shop" set "earnsFrom" = '2026-01-01' where id = $1`, [shop.id]);
    const unreadable = order({ customerId, processedAt: old, updatedAt: new Date().toISOString() });
    await tell(shop, unreadable);
    const bought = await buy(customerId);
    await reconcile();
    await shop.local.deleteOrder(bought.id);
    const denied = { message: 'Access denied', extensions: { code: 'ACCESS_DENIED' }, path: ['nodes', 0] };
    local.shopify().faults(shop.domain).script = ({ operation }, variables) => {
      if (operation !== 'OrdersThere') return null;
      const nodes = (variables.ids as string[]).map(() => null);
      return { status: 200, body: { data: { nodes }, errors: [denied] } };
    };
    const before = await points(customerId);
    await expect(reconcileShop(shop.id)).rejects.toThrow();
    await applyOrders(shop.id);
    expect(await points(customerId)).toBe(before);
    const { rows } = await pool().query(
      'select "orderId"::text from "Order" where "shopId" = $1 and "missingSince" is not null and "orderId" = any($2)',
      [shop.id, [bought.id, unreadable.orderId]],
    );
    expect(rows).toEqual([]);
  });

  it('ends when Shopify has the order after all', async () => {
    const customerId = nextCustomer();
    const bought = await buy(customerId);
    await reconcile();
    const before = await points(customerId);
    shop.local.orders.delete(bought.id);
    await reconcile();
    expect(await points(customerId)).toBe(0);
    shop.local.orders.set(bought.id, bought);
    await reconcile();
    expect(await points(customerId)).toBe(before);
  });
});

async function memberId(customerId: string): Promise<string> {
  const { rows } = await pool().query<{ id: string }>(
    'select id::text from "Member" where "shopId" = $1 and "customerId" = $2',
    [shop.id, customerId],
  );
  return rows[0]!.id;
}

async function give(customerId: string, amount: number): Promise<void> {
  const wanted = { unit: 'points', amount, reason: 'Sorry', belowZero: false, madeBy: '1' };
  await adjustMember(shop.id, await memberId(customerId), { ...wanted, requestKey: nextId() });
}

describe('C95 a merge that no webhook told', () => {
  it('brings points by hand and the birthday to whoever has the orders now', async () => {
    const [kept, merged] = [nextCustomer(), nextCustomer()];
    await buy(merged);
    await reconcile();
    const ofOrder = await points(merged);
    await give(merged, 500);
    const birthday = { month: 5, day: 3, year: null };
    await setBirthday(shop.id, { customerId: merged }, birthday, { kind: 'shopper' }, nextId(), now());
    await pause();
    await shop.local.mergeCustomers(kept, merged);
    await reconcile();
    await reconcile();
    expect(await points(merged)).toBe(0);
    expect(await points(kept)).toBe(500 + ofOrder);
    const { rows } = await pool().query(
      'select "birthMonth" as month, "birthDay" as day from "Member" where "shopId" = $1 and "customerId" = $2',
      [shop.id, kept],
    );
    expect(rows).toEqual([{ month: 5, day: 3 }]);
  });

  it('is found later where webhooks told of the orders', async () => {
    const [kept, merged] = [nextCustomer(), nextCustomer()];
    await buy(merged);
    await reconcile();
    await give(merged, 500);
    await pause();
    await shop.local.mergeCustomers(kept, merged);
    await reconcileShop(shop.id);
    await applyOrders(shop.id);
    await pool().query('delete from "PeopleRequest" where "shopId" = $1 and "doneAt" is null', [shop.id]);
    await reconcile();
    expect(await points(merged)).toBe(0);
  });

  it('is none where the customer was deleted, or an order only changed hands', async () => {
    const [deleted, wrong, right] = [nextCustomer(), nextCustomer(), nextCustomer()];
    await buy(deleted);
    const moved = await buy(wrong);
    await reconcile();
    await give(deleted, 500);
    await give(wrong, 500);
    await pause();
    await shop.local.deleteCustomer(deleted);
    await shop.local.moveOrder(moved.id, right);
    await pool().query('update "Member" set "goneAt" = now() where id = $1', [await memberId(deleted)]);
    await reconcile();
    await reconcile();
    expect(await points(deleted)).toBeGreaterThanOrEqual(500);
    expect(await points(wrong)).toBe(500);
  });
});

describe('C89 an order that reconciliation can’t read', () => {
  it('waits alone: later changes are reached, the mark moves, and it is read when it can be', async () => {
    const [first, second] = [nextCustomer(), nextCustomer()];
    const bad = await buy(first);
    await buy(second);
    const before = await mark();
    local.shopify().faults(shop.domain).script = ({ operation }, { id }) =>
      operation === 'ReadOrderPage' && id === `gid://shopify/Order/${bad.id}`
        ? { status: 200, body: { data: { order: { id, name: 7 } } } }
        : null;
    await reconcile();
    expect(await points(second)).toBeGreaterThan(0);
    expect((await mark()).getTime()).toBeGreaterThan(before.getTime());
    expect(await aside()).toEqual([{ orderId: bad.id, step: 'read', reason: 'admin-refused' }]);
    local.shopify().faults(shop.domain).clear();
    await tryAllAgain(pool(), shop.id, now());
    await reconcile();
    expect(await points(first)).toBeGreaterThan(0);
    expect(await aside()).toEqual([]);
  });

  it('one for which Shopify always fails is told from a Shopify that is down', async () => {
    const [first, second] = [nextCustomer(), nextCustomer()];
    const bad = await buy(first);
    await buy(second);
    const fails = { status: 500, body: {} };
    local.shopify().faults(shop.domain).script = ({ operation }, { id }) =>
      operation === 'ReadOrderPage' && id === `gid://shopify/Order/${bad.id}` ? fails : null;
    await reconcile();
    expect(await points(second)).toBeGreaterThan(0);
    expect(await aside()).toMatchObject([{ orderId: bad.id }]);
    await buy(first);
    local.shopify().faults(shop.domain).script = ({ operation }) =>
      ['ReadOrderPage', 'AppInstallationId'].includes(operation) ? fails : null;
    await expect(reconcileShop(shop.id)).rejects.toThrow();
    expect(await aside()).toHaveLength(1);
    local.shopify().faults(shop.domain).clear();
    await tryAllAgain(pool(), shop.id, now());
    await reconcile();
    expect(await aside()).toEqual([]);
  });
});

describe('the mark', () => {
  it('C76 of a worker whose clock is a day ahead skips nothing', async () => {
    const customerId = nextCustomer();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * 3_600_000 });
    await reconcileShop(shop.id);
    vi.useRealTimers();
    await buy(customerId);
    await reconcile();
    expect(await points(customerId)).toBeGreaterThan(0);
  });

  it('that an older version left ahead comes back', async () => {
    await pool().query(`update "Shop" set "reconciledThrough" = now() + interval '1 day' where id = $1`, [
      shop.id,
    ]);
    await reconcile();
    expect((await mark()).getTime()).toBeLessThanOrEqual(Date.now() + 1_000);
  });
});

async function mark(): Promise<Date> {
  const { rows } = await pool().query<{ at: Date }>(
    'select "reconciledThrough" as at from "Shop" where id = $1',
    [shop.id],
  );
  return rows[0]!.at;
}

async function aside() {
  const { rows } = await pool().query<{ orderId: string; step: string; reason: string }>(
    'select "orderId"::text, step, reason from "SetAsideOrder" where "shopId" = $1',
    [shop.id],
  );
  return rows;
}

/** Shopify's times have whole seconds: what comes within one second is a tie. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 1_050));
