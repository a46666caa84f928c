// What the database says of who is meant is what the core says of the same facts.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boughtBefore } from '#app/core/history/bought-before.ts';
import { addDays } from '#app/core/values/days.ts';
import type { WhoFacts } from '#app/core/who/conditions/condition.ts';
import { isAmong, whoRules, type Who, type WhoCondition } from '#app/core/who/who.ts';
import { keepHistoryCaches } from '#app/db/history/kept-orders.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { keepCollectionProducts, wantCollections } from '#app/db/who/kept-collections.server.ts';
import { countAmong, membersAmong, pageAmong } from '#app/db/who/members-among.server.ts';
import { installedShop, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const TODAY = '2026-11-22';
const PRODUCTS = ['11', '12', '13'];

/** The last isn't read. */
const COLLECTIONS = ['21', '22', '23'];
const IN: Readonly<Record<string, string[]>> = { '21': ['11'], '22': ['12', '13'] };

const bound = fc.option(fc.integer({ min: 0, max: 6 }));
const products = fc.subarray(PRODUCTS);
const collections = fc.subarray(COLLECTIONS);
const condition: fc.Arbitrary<WhoCondition> = fc.oneof(
  fc.record({ kind: fc.constant('first-timers' as const) }),
  fc.record({ kind: fc.constant('birthday-month' as const), month: fc.integer({ min: 0, max: 12 }) }),
  fc.record({
    kind: fc.constant('bought' as const),
    productIds: products,
    collectionIds: collections,
    withinDays: fc.option(fc.integer({ min: 1, max: 9 })),
  }),
  fc.record({ kind: fc.constant('orders' as const), least: bound, most: bound }),
  fc.record({ kind: fc.constant('last-order' as const), least: bound, most: bound }),
);
const who: fc.Arbitrary<Who> = fc.record({ conditions: fc.array(condition, { maxLength: 3 }) });

const member = fc.record({
  birthMonth: fc.option(fc.constantFrom(1, 5, 11)),
  /** Days ago. */
  orders: fc.array(fc.record({ ago: fc.integer({ min: 0, max: 9 }), productIds: fc.subarray(PRODUCTS) }), {
    maxLength: 4,
  }),
  atShopify: fc.option(fc.integer({ min: 0, max: 6 })),
  /** Orders that we know, and of which nothing is kept. */
  cancelled: fc.integer({ min: 0, max: 2 }),
});
type Drawn = typeof member extends fc.Arbitrary<infer T> ? T : never;

let nextOrder = 0;

async function addMember(shop: TestShop, customerId: string, drawn: Drawn): Promise<string> {
  const { birthMonth, orders, atShopify, cancelled } = drawn;
  const { rows } = await pool().query<{ id: string }>(
    `insert into "Member" ("shopId", "customerId", "joinedAt", "birthMonth", "birthDay", "birthdaySetOn", "ordersAtShopify", "ordersAskedAt")
     values ($1, $2, now(), $3::smallint, $4::smallint, case when $3::smallint is not null then current_date end, $5, case when $5::int is not null then now() end) returning id::text`,
    [shop.id, customerId, birthMonth, birthMonth && 3, atShopify],
  );
  const id = rows[0]!.id;
  const known = [...orders, ...Array.from({ length: cancelled }, () => null)];
  for (const order of known) {
    const orderId = String((nextOrder += 1));
    await pool().query(
      `insert into "Order" ("shopId", "orderId", "memberId", "placedAt", "appliedRevision") values ($1, $2, $3, '2026-01-01', 1)`,
      [shop.id, orderId, id],
    );
    if (!order) continue;
    await pool().query(
      `insert into "KeptOrder" ("shopId", "orderId", "memberId", day, "keptMinor", "productIds") values ($1, $2, $3, $4, 100, $5)`,
      [shop.id, orderId, id, addDays(TODAY, -order.ago), order.productIds],
    );
  }
  await keepHistoryCaches(pool(), shop.id, [id]);
  return id;
}

/** Another shop's collection of the same number holds everything. */
async function readCollectionsOf(shop: TestShop, other: TestShop): Promise<void> {
  const all = [
    ...Object.entries(IN).map(([id, productIds]) => ({ shop, id, productIds })),
    ...COLLECTIONS.map((id) => ({ shop: other, id, productIds: PRODUCTS })),
  ];
  for (const { shop: of, id, productIds } of all) {
    await wantCollections(pool(), of.id, [id], new Date());
    await keepCollectionProducts(pool(), of.id, id, { productIds, seenAt: new Date() });
  }
}

function factsOf({ birthMonth, orders, atShopify, cancelled }: Drawn): WhoFacts {
  const days = orders.map(({ ago }) => addDays(TODAY, -ago));
  return {
    tags: [],
    birthMonth,
    orders: orders.length + (boughtBefore(atShopify, orders.length + cancelled) ?? 0),
    lastOn: [...days].sort().at(-1) ?? null,
    bought: orders.map(({ productIds }, index) => ({ productIds, day: days[index] ?? '' })),
    collections: IN,
  };
}

it('C62 whoever the database finds is whom the core means, whatever is asked of whom', async () => {
  const shop = await installedShop();
  const other = await installedShop();
  await readCollectionsOf(shop, other);
  let customers = 9_000;
  await fc.assert(
    fc.asyncProperty(
      fc.array(member, { minLength: 1, maxLength: 6 }),
      fc.array(who, { minLength: 4, maxLength: 8 }),
      async (drawn, whos) => {
        const ids: string[] = [];
        for (const each of drawn) ids.push(await addMember(shop, String((customers += 1)), each));
        const stranger = await addMember(other, String(customers), drawn[0]!);
        for (const asked of whos) {
          const meant = ids.filter((_, place) => isAmong(asked, factsOf(drawn[place]!), TODAY) === true);
          const found = await membersAmong(
            pool(),
            shop.id,
            asked,
            [...ids, ...(asked.conditions.length > 0 ? [stranger] : [])],
            TODAY,
          );
          expect([...found].sort(), JSON.stringify(asked)).toEqual([...meant].sort());
        }
      },
    ),
    { numRuns: Number(process.env['RUNS'] ?? 25) },
  );
});

it('counts and pages those who take part', async () => {
  const shop = await installedShop();
  const none: Drawn = { birthMonth: null, orders: [], atShopify: null, cancelled: 0 };
  const ids: string[] = [];
  for (const month of [5, 5, 1, null] as const)
    ids.push(await addMember(shop, String(7_000 + ids.length), { ...none, birthMonth: month }));
  await pool().query('update "Member" set blocked = true where id = $1', [ids[0]]);
  const may: Who = { conditions: [{ kind: 'birthday-month', month: 5 }] };
  expect(await countAmong(pool(), shop.id, may, TODAY)).toEqual({ among: 1, members: 3 });
  expect(await countAmong(pool(), shop.id, { conditions: [] }, TODAY)).toEqual({ among: 3, members: 3 });
  expect(await pageAmong(pool(), shop.id, may, { today: TODAY, after: '0', limit: 5 })).toEqual([ids[1]]);
  expect(
    await pageAmong(pool(), shop.id, { conditions: [] }, { today: TODAY, after: ids[1]!, limit: 1 }),
  ).toEqual([ids[2]]);
});

it('reads every condition back from the rules as it was written', () => {
  fc.assert(
    fc.property(who, (each) => {
      expect(whoRules.parse(JSON.parse(JSON.stringify(each)))).toEqual(each);
    }),
  );
});
