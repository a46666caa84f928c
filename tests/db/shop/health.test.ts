import { beforeEach, describe, expect, it } from 'vitest';
import { HEALTH_ITEMS, healthOf, MOST_COUNTED, type HealthItem } from '#app/core/shop/health.ts';
import { addDays } from '#app/core/values/days.ts';
import { readHealth } from '#app/db/shop/health.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { recordMerge } from '#app/usecases/members/record-merge.ts';
import { order, nextId } from '#tests/support/factories.ts';
import { delivery } from '#tests/support/people.ts';
import { installedShop, tell, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { givePoints, holdVoucher } from '#tests/support/vouchers.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const now = new Date();
let shop: TestShop;
let other: TestShop;

beforeEach(async () => {
  [shop, other] = [await installedShop(), await installedShop()];
  for (const each of [shop, other]) {
    await tellAndApply(each, order({ customerId: '9001' }));
    await pool().query(
      `update "Shop" set "syncedVersion" = 1, "discountsVersion" = 1, "reconciledThrough" = now() where id = $1`,
      [each.id],
    );
    await pool().query(`insert into "WebhookPulse" values ($1, now()) on conflict do nothing`, [each.id]);
    await member(each, `"syncedRev" = rev, "stampsUntil" = null`);
  }
});

const member = (of: TestShop, set: string) =>
  pool().query(`update "Member" set ${set} where "shopId" = $1`, [of.id]);
const setShop = (set: string) => pool().query(`update "Shop" set ${set} where id = $1`, [shop.id]);

async function read(of: TestShop) {
  const found = await readHealth(pool(), { id: of.id, timeZone: 'Europe/Paris' }, now);
  const facts = { ...found, rules: { count: 0, since: null } };
  const states = healthOf(facts, now);
  return { facts, unwell: HEALTH_ITEMS.filter((item) => states[item] !== 'good') };
}

/** A moment runs by the published rules, which no trigger lets us change. */
async function runMoment(set: string): Promise<void> {
  await pool().query(
    `insert into "ProgramVersion" select "shopId", 2, rules || '{"occasions": [{}]}', "publishedAt", "publishedBy"
     from "ProgramVersion" where "shopId" = $1`,
    [shop.id],
  );
  await setShop(`"publishedVersion" = 2, "syncedVersion" = 2, "discountsVersion" = 2, ${set}`);
}

const today = now.toISOString().slice(0, 10);
const anHourAgo = `now() - interval '1 hour'`;

const STATES: [HealthItem, () => Promise<unknown>][] = [
  ['token', () => setShop('"needsReopenSince" = now()')],
  ['orders', () => tell(shop, order())],
  [
    'setAside',
    async () => {
      await pool().query(
        `insert into "SetAsideOrder" ("shopId", "orderId", step, revision, reason, since, "tryAgainAt")
         values ($1, 7, 'apply', 1, 'x', ${anHourAgo}, now() + interval '1 hour')`,
        [shop.id],
      );
    },
  ],
  ['sync', () => member(shop, `rev = rev + 1`)],
  ['refused', () => member(shop, `"refusedSince" = ${anHourAgo}, refusal = 'TOO_LONG', "syncTryAt" = now()`)],
  [
    'unreadable',
    () => member(shop, `"refusedSince" = ${anHourAgo}, refusal = 'UNREADABLE', "syncTryAt" = now()`),
  ],
  ['stamps', () => member(shop, `"stampsUntil" = '${addDays(today, 1)}'`)],
  ['requests', () => recordMerge(delivery(shop, 'customers/merge'), { keptId: '1', deletedId: '2' })],
  ['gifts', () => runMoment(`"sweptThrough" = now() - interval '3 days'`)],
  [
    'waitingRewards',
    () =>
      pool().query(
        `insert into "Gift" ("shopId", "memberId", cause, "requestHash", "rewardKey", gives, "programVersion", state, "givenAt")
         select "shopId", id, 'hand/1', '', 'five', '{"kind": "unknown"}', 1, 'waiting', ${anHourAgo} from "Member"
         where "shopId" = $1`,
        [shop.id],
      ),
  ],
  [
    'returning',
    async () => {
      await givePoints(shop, '9001', 100);
      const { id } = await holdVoucher(shop, { price: 100 });
      await pool().query(
        `update "Voucher" set state = 'releasing', "releasingSince" = ${anHourAgo} where id = $1`,
        [id],
      );
      await member(shop, `"syncedRev" = rev`);
    },
  ],
  [
    'collections',
    async () => {
      await pool().query(
        `insert into "ProgramVersion" select "shopId", 3, rules || $2, "publishedAt", "publishedBy"
         from "ProgramVersion" where "shopId" = $1 limit 1`,
        [shop.id, { occasions: [{ who: { conditions: [{ collectionIds: ['601', '602'] }] } }] }],
      );
      await setShop(
        `"publishedVersion" = 3, "syncedVersion" = 3, "discountsVersion" = 3, "sweptThrough" = current_date + 1`,
      );
      await pool().query(
        `insert into "KeptCollection" ("shopId", "collectionId", title, lack, "waitingSince", "dueAt") values
         ($1, 601, 'Summer', 'gone', ${anHourAgo}, now()), ($1, 602, null, null, now(), now()), ($1, 603, 'Draft', 'gone', now(), now())`,
        [shop.id],
      );
    },
  ],
  ['program', () => setShop('"syncedVersion" = 0')],
  ['discounts', () => setShop('"discountsVersion" = 0')],
  ['currency', () => setShop(`"newCurrency" = 'USD', "newCurrencySince" = now()`)],
  ['webhooks', () => pool().query('delete from "WebhookPulse" where "shopId" = $1', [shop.id])],
  ['reconciliation', () => setShop(`"reconciledThrough" = ${anHourAgo} - interval '3 hours'`)],
];

describe('the health of a shop', () => {
  it('is good where nothing needs work', async () => {
    expect((await read(shop)).unwell).toEqual([]);
  });

  it.each(STATES)('C62 sees %s, and nothing of it in another shop', async (item, make) => {
    await make();
    const { facts, unwell } = await read(shop);
    expect(unwell).toEqual([item]);
    if (!['webhooks', 'reconciliation'].includes(item)) expect(facts[item].count).toBe(1);
    expect((await read(other)).unwell).toEqual([]);
  });

  it('counts who is gone, and is well all the same', async () => {
    await member(shop, `"goneAt" = now(), "syncTryAt" = now() + interval '1 day', rev = rev + 1`);
    const { facts, unwell } = await read(shop);
    expect(unwell).toEqual([]);
    expect(facts.gone.count).toBe(1);
  });

  it('names the reason that most are refused for, and since when the first is', async () => {
    await member(shop, `"refusedSince" = ${anHourAgo}, refusal = 'TOO_LONG', "syncTryAt" = now()`);
    const { refused } = (await read(shop)).facts;
    expect(refused).toMatchObject({ count: 1, detail: 'TOO_LONG' });
    const { rows } = await pool().query<{ since: Date }>(
      `select "refusedSince" as since from "Member" where "shopId" = $1 and "refusedSince" is not null`,
      [shop.id],
    );
    expect(refused.since).toEqual(rows[0]?.since);
  });

  it('names the first three orders that are set aside, where their name is known', async () => {
    const hours = { '#14': 1, '#13': 2, '#12': 3, '#11': 4 };
    const setAside = (orderId: string, hoursAgo: number) =>
      pool().query(
        `insert into "SetAsideOrder" ("shopId", "orderId", step, revision, reason, since, "tryAgainAt")
         values ($1, $2, 'apply', 1, 'x', now() - interval '1 hour' * $3::int, now() + interval '1 hour')`,
        [shop.id, orderId, hoursAgo],
      );
    for (const [name, hoursAgo] of Object.entries(hours)) {
      const told = order({ name });
      await tellAndApply(shop, told);
      await setAside(told.orderId, hoursAgo);
    }
    // Never told, and so without a name.
    await setAside('7', 5);
    expect((await read(shop)).facts.setAside).toMatchObject({ count: 5, detail: '#11, #12, #13' });
  });

  it('knows since when a row is behind: from the step on that made it so', async () => {
    await pool().query(`update "Order" set "dueSince" = ${anHourAgo} where "shopId" = $1`, [shop.id]);
    await member(shop, `"behindSince" = ${anHourAgo}`);
    await pool().query('update "Order" set revision = revision + 1 where "shopId" = $1', [shop.id]);
    await member(shop, 'rev = rev + 1');
    await member(shop, 'rev = rev + 1');
    const { orders, sync } = (await read(shop)).facts;
    for (const { since } of [orders, sync]) {
      expect(Math.abs(Date.now() - (since?.getTime() ?? 0))).toBeLessThan(60_000);
    }
  });

  it('knows of gifts that are late to one member alone, and of none where no moment runs', async () => {
    const marked = `"lookFrom" = current_date - 3`;
    await setShop(`"sweptThrough" = current_date + 1`);
    await member(shop, marked);
    expect((await read(shop)).unwell).toEqual([]);
    await runMoment(`"sweptThrough" = current_date + 1`);
    const { facts, unwell } = await read(shop);
    expect(unwell).toEqual(['gifts']);
    expect(now.getTime() - (facts.gifts.since?.getTime() ?? 0)).toBeGreaterThan(24 * 3_600_000);
  });

  it('counts no further than it says', async () => {
    await pool().query(
      `insert into "Member" ("shopId", "customerId", "joinedAt") select $1, n + $2::bigint, now()
       from generate_series(1, ${MOST_COUNTED + 50}) as n`,
      [shop.id, nextId()],
    );
    expect((await read(shop)).facts.sync.count).toBe(MOST_COUNTED + 1);
  });
});
