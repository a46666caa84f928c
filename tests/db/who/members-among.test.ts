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
import {
  countAmong,
  membersAmong,
  membersAmongOn,
  pageAmong,
  type MemberOnDay,
} from '#app/db/who/members-among.server.ts';
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
  fc.record({
    kind: fc.constant('ordered' as const),
    withinDays: fc.option(fc.integer({ min: 1, max: 9 })),
  }),
  fc.record({ kind: fc.constant('orders' as const), least: bound, most: bound }),
  fc.record({ kind: fc.constant('last-order' as const), least: bound, most: bound }),
);
const who: fc.Arbitrary<Who> = fc.record({ conditions: fc.array(condition, { maxLength: 3 }) });

const member = fc.record({
  birthMonth: fc.option(fc.constantFrom(1, 5, 11)),
  /** Days ago. */
  orders: fc.array(
    fc.record({
      ago: fc.integer({ min: 0, max: 9 }),
      productIds: fc.subarray(PRODUCTS),
      /** Not from before the program. */
      applied: fc.boolean(),
      /** Nothing is kept of it, though it was never cancelled. */
      givenBack: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  atShopify: fc.option(fc.integer({ min: 0, max: 6 })),
  /** Orders that we know, and of which nothing is kept. */
  cancelled: fc.integer({ min: 0, max: 2 }),
});
type Drawn = typeof member extends fc.Arbitrary<infer T> ? T : never;

const CANCELLED = {
  ago: 0,
  productIds: PRODUCTS,
  applied: true,
  givenBack: true,
  cancelledAt: `${TODAY}T13:00:00Z`,
};
const dayOf = ({ ago }: { ago: number }) => addDays(TODAY, -ago);

let nextOrder = 0;

async function addMember(shop: TestShop, customerId: string, drawn: Drawn): Promise<string> {
  const { birthMonth, orders, atShopify, cancelled } = drawn;
  const { rows } = await pool().query<{ id: string }>(
    `insert into "Member" ("shopId", "customerId", "joinedAt", "birthMonth", "birthDay", "birthdaySetOn", "ordersAtShopify", "ordersAskedAt")
     values ($1, $2, now(), $3::smallint, $4::smallint, case when $3::smallint is not null then current_date end, $5, case when $5::int is not null then '2026-12-31'::timestamptz end) returning id::text`,
    [shop.id, customerId, birthMonth, birthMonth && 3, atShopify],
  );
  const id = rows[0]!.id;
  const gone = Array.from({ length: cancelled }, () => ({ ...CANCELLED }));
  for (const order of [...orders.map((each) => ({ ...each, cancelledAt: null })), ...gone]) {
    const orderId = String((nextOrder += 1));
    await pool().query(
      `insert into "Order" ("shopId", "orderId", "memberId", "placedAt", "cancelledAt", "programVersion", shape, "appliedRevision")
       values ($1, $2, $3, $4, $5, $6, 2, 1)`,
      [shop.id, orderId, id, `${dayOf(order)}T12:00:00Z`, order.cancelledAt, order.applied ? 1 : null],
    );
    if (order.givenBack) continue;
    await pool().query(
      `insert into "KeptOrder" ("shopId", "orderId", "memberId", day, "keptMinor", "productIds") values ($1, $2, $3, $4, 100, $5)`,
      [shop.id, orderId, id, dayOf(order), order.productIds],
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
const named = ({ memberId, day }: MemberOnDay) => `${memberId} on ${day}`;

function factsOf({ birthMonth, orders, atShopify, cancelled }: Drawn): WhoFacts {
  const kept = orders.filter(({ givenBack }) => !givenBack);
  const applied = orders.filter((order) => order.applied);
  return {
    tags: [],
    birthMonth,
    orders: kept.length + (boughtBefore(atShopify, orders.length + cancelled) ?? 0),
    uncounted: atShopify === null,
    lastOn: kept.map(dayOf).sort().at(-1) ?? null,
    orderedOn: applied.map(dayOf).sort().at(-1) ?? null,
    bought: kept.map((order) => ({ productIds: order.productIds, day: dayOf(order) })),
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
          const onDays = ids.flatMap((memberId) => [0, 4].map((ago) => ({ memberId, day: dayOf({ ago }) })));
          const isMeant = ({ memberId, day }: (typeof onDays)[number]) =>
            isAmong(asked, factsOf(drawn[ids.indexOf(memberId)]!), day) === true;
          const foundOn = await membersAmongOn(pool(), shop.id, asked, onDays);
          expect(foundOn.map(named).sort(), JSON.stringify(asked)).toEqual(
            onDays.filter(isMeant).map(named).sort(),
          );
        }
      },
    ),
    { numRuns: Number(process.env['RUNS'] ?? 25) },
  );
  // Nobody told them, and they brought nothing, which a check of the books would wonder at.
  await pool().query('update "Order" set "programVersion" = null, "cancelledAt" = null, shape = default');
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
