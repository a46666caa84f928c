// Small histories by chance: what an answer says of any order is what the ledger has of it, and how it says that this comes about
// adds up to it.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import process from 'node:process';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { askOrder } from '#app/usecases/order-answers/ask-order.ts';
import { playSmallHistory } from '#tests/support/small-history.ts';
import { Random } from '#tests/torture/random.ts';

/** `HISTORIES=60 FIRST=9` plays others, and more of them. */
const [HISTORIES, FIRST] = [Number(process.env['HISTORIES'] ?? 4), Number(process.env['FIRST'] ?? 301)];
const SEEDS = Array.from({ length: HISTORIES }, (_, index) => FIRST + index);
const local = useLocalShopify(SEEDS.length);

beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());

type Sums = { name: string; memberId: string | null; sums: Record<string, number> | null };

/** Of each order by unit, what free items took apart. */
async function ledgerOf({ id }: InstalledShop): Promise<Sums[]> {
  const { rows } = await pool().query<Sums>(
    `select o.name, o."memberId"::text, (
       select json_object_agg(unit || case kind when 'order' then '' else ' taken' end, sum) from (
         select e.unit, e.kind, sum(e.amount)::int as sum from "LedgerEntry" e
         where e."shopId" = $1 and e."orderId" = o."orderId" and e.kind in ('order', 'free-unit')
         group by e.unit, e.kind having sum(e.amount) <> 0) as s) as sums
     from "Order" o where o."shopId" = $1 and o.name <> ''`,
    [id],
  );
  return rows;
}

/** The same, as the answer has it, and as it explains it. */
async function answered(shop: InstalledShop, name: string) {
  const answer = await askOrder(shop, name, null);
  if (answer?.known !== 'here') throw new Error(`${name} is ${answer?.known}`);
  const { moved, units, why } = answer.order;
  const said = moved.flatMap(({ unit, given, taken }) => [
    [unit, given] as const,
    [`${unit} taken`, 0 - taken] as const,
  ]);
  const explained = units.map(({ unit, explanation: { part, target } }) => {
    return [part === 'taken' ? `${unit} taken` : unit, target] as const;
  });
  const some = (sums: readonly (readonly [string, number])[]) =>
    Object.fromEntries(sums.filter(([, sum]) => sum !== 0));
  return { said: some(said), explained: some(explained), why: why.map((each) => each.why) };
}

it.each(SEEDS)('an answer is what the ledger has, and explains it (seed %i)', async (seed) => {
  const shop = await local.install(SEEDS.indexOf(seed));
  local.shopify().throttle(shop.domain).configure(100_000);
  await playSmallHistory(local.shopify(), shop, new Random(seed));
  const orders = await ledgerOf(shop);
  expect(orders.length).toBeGreaterThan(0);
  for (const { name, memberId, sums } of orders) {
    const { said, explained, why } = await answered(shop, name);
    expect([name, said]).toEqual([name, sums ?? {}]);
    if (memberId === null) expect([name, why]).toEqual([name, expect.arrayContaining(['guest'])]);
    else expect([name, why, explained]).toEqual([name, why, sums ?? {}]);
  }
});
