import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { line, nextId, order } from '#tests/support/factories.ts';
import { publishCard } from '#tests/support/publish-card.ts';
import { tell } from '#tests/support/shops.ts';

const local = useLocalShopify();
let shop: InstalledShop;

/** A Basic shop's bucket, in a world that is ten times as quick: the same calls are needed, in less time. */
const BUCKET = 2_000;
const RESTORED = 1_000;

beforeAll(async () => {
  shop = await local.install();
  const collectionIds = [shop.local.collections[0]!.id];
  await publishCard(shop.domain, {
    products: { all: false, productIds: [], collectionIds, withTags: [], withoutTags: [] },
  });
});

afterEach(() => {
  local.shopify().faults(shop.domain).clear();
});

/** New products, each in the first of the shop's collections and in `collections` in all. */
function addProducts(count: number, collections: number): string[] {
  const [like] = shop.local.products;
  const [shown] = shop.local.collections;
  const ids = Array.from({ length: count }, () => nextId());
  for (const id of ids) shop.local.products.push({ ...like!, id, handle: id, variants: [] });
  shown!.productIds.push(...ids);
  for (let more = 1; more < collections; more += 1) {
    shop.local.collections.push({ ...shown!, id: nextId(), handle: nextId(), productIds: [...ids] });
  }
  return ids;
}

/** The ids of each call for products. */
function watchProducts(): string[][] {
  const calls: string[][] = [];
  local.shopify().faults(shop.domain).script = ({ operation }, { ids }) => {
    if (operation === 'ProductGroups') calls.push(ids as string[]);
    return null;
  };
  return calls;
}

async function due(): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    'select count(*)::int as count from "Order" where "shopId" = $1 and "appliedRevision" < revision',
    [shop.id],
  );
  return rows[0]!.count;
}

async function stamps(): Promise<number> {
  const { rows } = await pool().query<{ sum: number }>(
    'select coalesce(sum(stamps), 0)::int as sum from "MemberCard" where "shopId" = $1',
    [shop.id],
  );
  return rows[0]!.sum;
}

async function tellOrders(count: number, productIds: readonly string[], lines: number): Promise<void> {
  const orders = Array.from({ length: count }, (_, index) =>
    order({
      customerId: String(5_000 + index),
      processedAt: new Date().toISOString(),
      lines: Array.from({ length: lines }, (_, place) =>
        line({ productId: productIds[(index * lines + place) % productIds.length]! }),
      ),
    }),
  );
  await tell(shop, ...orders);
}

describe('the smallest plan’s bucket', () => {
  it.each([
    { orders: 100, lines: 3, products: 270, collections: 10 },
    { orders: 60, lines: 1, products: 60, collections: 40 },
  ])(
    'C89 lets $orders orders of $products products in $collections collections through, each product asked once',
    async ({ orders, lines, products, collections }) => {
      const productIds = addProducts(products, collections);
      const before = await stamps();
      await tellOrders(orders, productIds, lines);
      local.shopify().throttle(shop.domain).configure(RESTORED, BUCKET);
      const calls = watchProducts();
      await applyToldOrders(shop.id);
      expect(await due()).toBe(0);
      expect((await stamps()) - before).toBe(orders * lines);
      const asked = calls.flat();
      expect(new Set(asked).size).toBe(products);
      expect(calls.length).toBeLessThan(2 * products);
    },
  );

  it('an answer that has come is asked for no more, though a later one failed', async () => {
    const productIds = addProducts(18, 2);
    await tellOrders(18, productIds, 1);
    local.shopify().throttle(shop.domain).configure(100_000);
    let calls = 0;
    local.shopify().faults(shop.domain).script = () => {
      calls += 1;
      return calls > 1 ? { status: 500, body: {} } : null;
    };
    await expect(applyToldOrders(shop.id)).rejects.toThrow();
    expect(await due()).toBe(9);
    const again = watchProducts();
    await applyToldOrders(shop.id);
    expect(again.flat()).toHaveLength(9);
    expect(await due()).toBe(0);
  });

  it('an answer that failed once is asked for again at once where Shopify answers otherwise', async () => {
    const productIds = addProducts(18, 2);
    await tellOrders(18, productIds, 1);
    local.shopify().throttle(shop.domain).configure(100_000);
    let calls = 0;
    local.shopify().faults(shop.domain).script = ({ operation }) => {
      if (operation === 'ProductGroups') calls += 1;
      return operation === 'ProductGroups' && calls === 2 ? { status: 500, body: {} } : null;
    };
    await applyToldOrders(shop.id);
    expect(await due()).toBe(0);
    expect(calls).toBe(3);
  });

  it.each([
    { status: 200, body: { errors: [{ message: 'Invalid global id' }] } },
    { status: 500, body: {} },
    { status: 200, body: { errors: [{ message: 'no', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] } },
  ])('a product that Shopify won’t tell of keeps its own order back, and no other (%j)', async (answer) => {
    await pool().query('delete from "SetAsideOrder"');
    await applyToldOrders(shop.id);
    const productIds = addProducts(18, 2);
    const [refused] = productIds;
    await tellOrders(18, productIds, 1);
    local.shopify().faults(shop.domain).script = ({ operation }, { ids }) => {
      const named =
        operation === 'ProductGroups' && (ids as string[]).some((id) => id.endsWith(`/${refused}`));
      return named ? answer : null;
    };
    await applyToldOrders(shop.id);
    expect(await due()).toBe(1);
    const { rows } = await pool().query('select step, reason from "SetAsideOrder" where "shopId" = $1', [
      shop.id,
    ]);
    expect(rows).toEqual([{ step: 'apply', reason: 'admin-refused' }]);
  });
});
