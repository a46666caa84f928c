// Titles by which orders name the cards' discounts.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  keepCardTitles,
  keepSeenTitles,
  titlesOfRules,
  touchOrdersNaming,
} from '#app/db/stamps/card-titles.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { at, card, line, order, rules } from '#tests/support/factories.ts';
import { addVersion, installedShop, tellAndApply } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

async function titles(shopId: number): Promise<{ cardKey: string; title: string }[]> {
  const { rows } = await pool().query<{ cardKey: string; title: string }>(
    'select "cardKey", title from "CardTitle" where "shopId" = $1 order by 1, 2',
    [shopId],
  );
  return rows;
}

it('are each kept once, and the new ones named', async () => {
  const shop = await installedShop();
  const coffee = titlesOfRules({ cards: [card()] });
  expect(coffee.map(({ title }) => title)).toEqual(['Coffee card', 'Carte café']);
  await pool().query('delete from "CardTitle" where "shopId" = $1', [shop.id]);
  const now = new Date(at('09:00'));
  expect(await keepCardTitles(pool(), shop.id, coffee, now)).toHaveLength(2);
  const more = [...coffee, { cardKey: 'coffee', title: 'Summer' }];
  expect(await keepCardTitles(pool(), shop.id, more, now)).toEqual([{ cardKey: 'coffee', title: 'Summer' }]);
  expect(await titles(shop.id)).toHaveLength(3);
});

it('of every version so far are brought by the migration', async () => {
  const shop = await installedShop();
  await addVersion(
    shop.id,
    2,
    rules({ cards: [card({ title: { en: ' Bean card ', fr: 'Carte café' } })] }),
    at('09:00'),
  );
  await addVersion(shop.id, 3, rules({ cards: [] }), at('10:00'));
  await pool().query('delete from "CardTitle"');
  const file = new URL('../../../prisma/migrations/0006_sixth_free/migration.sql', import.meta.url);
  const statement = /INSERT INTO "CardTitle"[^;]*;/.exec(readFileSync(file, 'utf8'))?.[0] ?? '';
  await pool().query(statement);
  expect(await titles(shop.id)).toEqual([
    { cardKey: 'coffee', title: 'Bean card' },
    { cardKey: 'coffee', title: 'Carte café' },
    { cardKey: 'coffee', title: 'Coffee card' },
  ]);
});

it('C86 that only Shopify showed are dated by the migration; those of versions have their dates from these', async () => {
  const shop = await installedShop();
  const since = new Date(at('09:00'));
  const seen = { cardKey: 'coffee', title: 'Summer' };
  await keepCardTitles(pool(), shop.id, [...titlesOfRules({ cards: [card()] }), seen], since);
  const file = new URL('../../../prisma/migrations/0013_dated_titles/migration.sql', import.meta.url);
  const statement = /UPDATE "CardTitle"[^;]*;/.exec(readFileSync(file, 'utf8'))?.[0] ?? '';
  await pool().query(statement);
  const { rows } = await pool().query<{ title: string; was: boolean; over: boolean; never: boolean }>(
    `select title, seen @> $2::timestamptz as was, upper(seen) <= now() as over, seen @> '2026-01-01'::timestamptz as never
     from "CardTitle" where "shopId" = $1 and seen is not null`,
    [shop.id, at('08:30')],
  );
  expect(rows).toEqual([{ title: 'Summer', was: true, over: true, never: false }]);
});

it('C86 that Shopify shows are news once, and again where they weren’t seen for long', async () => {
  const shop = await installedShop();
  const see = (from: string, until: string) =>
    keepSeenTitles(
      pool(),
      shop.id,
      ['Summer', 'Summer'].map((title) => ({ cardKey: 'coffee', title, from: new Date(from) })),
      new Date(until),
    );
  expect(await see('2026-11-20T08:00Z', '2026-11-20T09:00Z')).toEqual([
    { cardKey: 'coffee', title: 'Summer' },
  ]);
  expect(await see('2026-11-20T08:50Z', '2026-11-20T10:00Z')).toEqual([]);
  expect(await see('2026-11-20T09:50Z', '2026-11-22T10:00Z')).toHaveLength(1);
  expect(await see('2026-11-25T09:00Z', '2026-11-25T10:00Z')).toHaveLength(1);
  const { rows } = await pool().query<{ spans: number }>(
    `select (select count(*)::int from unnest(seen)) as spans from "CardTitle" where "shopId" = $1 and title = 'Summer'`,
    [shop.id],
  );
  expect(rows).toEqual([{ spans: 2 }]);
});

it('C69 make orders due again that named them before they were known, and no others', async () => {
  const [shop, other] = [await installedShop(), await installedShop()];
  const named = (title: string, type: 'automatic' | 'discount_code' = 'automatic') =>
    order({ discounts: [{ type, title }], lines: [line()] });
  const renamed = named(' SUMMER gift');
  await tellAndApply(shop, renamed, named('Winter'), named('Summer gift', 'discount_code'), order());
  await tellAndApply(other, named('Summer gift'));
  const due = async () =>
    (
      await pool().query<{ orderId: string }>(
        'select "orderId"::text from "Order" where "appliedRevision" < revision',
      )
    ).rows.map(({ orderId }) => orderId);
  expect(await touchOrdersNaming(pool(), shop.id, ['Summer gift'], new Date(at('10:01')))).toBe(0);
  expect(await touchOrdersNaming(pool(), shop.id, ['Summer gift'], new Date(at('09:00')))).toBe(1);
  expect(await due()).toEqual([renamed.orderId]);
});
