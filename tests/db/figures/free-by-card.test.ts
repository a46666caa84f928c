// What each card gave free, for the overview: the roll-up says what a plain count of the entries says.
import { expect, it } from 'vitest';
import { NO_PRODUCTS } from '#app/core/program/card-rules.ts';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { fillFigures } from '#app/db/figures/fill-figures.server.ts';
import { givenSince } from '#app/db/figures/given-figures.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { nameCards } from '#tests/support/card-titles.ts';
import { at as instant, card, line, nextId, order, rules } from '#tests/support/factories.ts';
import { installedShop, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const only = (productId: string) => ({ ...NO_PRODUCTS, productIds: [productId] });
const CARDS = [
  card({ key: 'card-1', title: { en: 'Coffee card', fr: 'Carte café' }, products: only('501') }),
  card({ key: 'card-2', title: { en: 'Tea card', fr: 'Carte thé' }, products: only('502') }),
];

async function shopWithCards(): Promise<TestShop> {
  const shop = await installedShop({ rules: rules({ cards: CARDS }) });
  await nameCards(shop);
  return shop;
}

/** So many of a card's product, of which some are free under its title. */
function bought(at: 0 | 1, quantity: number, free: number, kept = quantity) {
  const discounts = [{ application: 0, amount: [300 * free, 300 * free] as const }];
  const productId = ['501', '502'][at] ?? '';
  const lines = [
    line({ lineId: nextId(), productId, priceMinor: 300, quantity, currentQuantity: kept, discounts }),
  ];
  return order({ lines, discounts: [{ type: 'automatic', title: CARDS[at]?.title.en ?? '' }] });
}

async function plainCount(shop: TestShop, since: string): Promise<Record<string, number>> {
  const { rows } = await pool().query<{ card: string; free: number }>(
    `select split_part(e.unit, '/', 2) as card, sum(e.freed)::int as free from "LedgerEntry" e
     join "Shop" s on s.id = e."shopId"
     where e."shopId" = $1 and e.kind = 'free-unit'
       and (e."occurredAt" at time zone s."timeZone")::date >= $2::date group by 1`,
    [shop.id, since],
  );
  return Object.fromEntries(rows.map(({ card: key, free }) => [key, free]));
}

it('two cards: each its own free items, as a plain count of the entries has them', async () => {
  const [shop, other] = [await shopWithCards(), await shopWithCards()];
  const back = bought(0, 6, 1);
  await tellAndApply(shop, bought(0, 12, 2), bought(1, 6, 1), bought(0, 5, 0), back);
  await tellAndApply(shop, {
    ...back,
    updatedAt: instant('11:00'),
    cancelledAt: instant('11:00'),
  });
  await tellAndApply(other, bought(1, 6, 1));
  const since = '2026-01-01';
  const given = await givenSince(pool(), shop.id, since);
  expect(given.freeByCard).toEqual(await plainCount(shop, since));
  expect(given.freeByCard).toMatchObject({ 'card-1': 2, 'card-2': 1 });
  expect(given.free).toBe(3);
  expect((await givenSince(pool(), shop.id, '2199-01-01')).freeByCard).toEqual({});
  expect(await figureMismatches(pool(), shop.id)).toEqual([]);
});

it('what a process of the release before left out is filled in by the nightly check', async () => {
  const shop = await shopWithCards();
  await tellAndApply(shop, bought(0, 12, 2), bought(1, 6, 1));
  await pool().query(`delete from "DailyFigure" where "shopId" = $1 and kind like 'units-freed/%'`, [
    shop.id,
  ]);
  expect(await fillFigures(pool(), shop.id)).toBe(2);
  const { freeByCard } = await givenSince(pool(), shop.id, '2026-01-01');
  expect(freeByCard).toEqual({ 'card-1': 2, 'card-2': 1 });
});
