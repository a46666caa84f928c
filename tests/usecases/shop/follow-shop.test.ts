import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { newCurrencyOf } from '#app/db/shop/shop-settings.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { checkLedger } from '#app/usecases/upkeep/check-ledger.ts';
import { acceptNewCurrency } from '#app/usecases/shop/count-in-currency.ts';
import { followShop } from '#app/usecases/shop/follow-shop.ts';
import { ringBells } from '#app/usecases/upkeep/ring-bells.ts';
import { bellsOf, forgetJobs } from '#tests/support/bells.ts';
import { at, line, order } from '#tests/support/factories.ts';
import { tellAndApply } from '#tests/support/shops.ts';

const MOST = 12;
const local = useLocalShopify(MOST);
let shop: InstalledShop;
let shops = 0;

beforeEach(async () => {
  shop = await local.install(shops);
  shops += 1;
  await followShop(shop.id);
  await forgetJobs();
});

type Row = { currency: string; timeZone: string; name: string; plan: string; publishedVersion: number };

async function row(): Promise<Row> {
  const { rows } = await pool().query<Row>(
    'select currency, "timeZone", name, plan, "publishedVersion" from "Shop" where id = $1',
    [shop.id],
  );
  return rows[0]!;
}

async function rate(): Promise<number> {
  const program = await shopProgram(pool(), shop.id);
  return publishedVersion(program!).rules.earn.perMinor;
}

async function days(): Promise<string[]> {
  const { rows } = await pool().query<{ day: string }>(
    `select distinct day::text from "DailyFigure" where "shopId" = $1 order by 1`,
    [shop.id],
  );
  return rows.map(({ day }) => day);
}

/** An order that was counted, long after midnight in Europe and before it in America. */
async function count(): Promise<void> {
  await pool().query('update "Shop" set "earnsFrom" = $2 where id = $1', [shop.id, at('00:00')]);
  await pool().query('alter table "ProgramVersion" disable trigger user');
  await pool().query('update "ProgramVersion" set "publishedAt" = $1', [at('00:00')]);
  await pool().query('alter table "ProgramVersion" enable trigger user');
  const [customer] = [...shop.local.customers.values()];
  await tellAndApply(shop, order({ customerId: customer!.id, processedAt: at('02:00'), lines: [line()] }));
  await pool().query(`update "Member" set "joinedAt" = $2 where "shopId" = $1`, [shop.id, at('02:00')]);
  await pool().query(`delete from "DailyFigure" where "shopId" = $1`, [shop.id]);
  await pool().query(
    `insert into "DailyFigure" ("shopId", day, kind, amount)
     select "shopId", day, kind, amount from figures_of_entries($1::int)`,
    [shop.id],
  );
}

describe('C93 the shop at Shopify', () => {
  it('moved to another time zone: its days and figures follow', async () => {
    await count();
    expect(await days()).toEqual(['2026-11-21']);
    shop.local.changeSettings({ timeZone: 'America/New_York' });
    await followShop(shop.id);
    expect((await row()).timeZone).toBe('America/New_York');
    expect(await days()).toEqual(['2026-11-20']);
    expect(await checkLedger()).toBe(0);
    const rung = ['sweep_occasions', 'sync_discounts', 'sync_program'];
    expect(await bellsOf(shop)).toEqual(expect.arrayContaining(rung));
  });

  it('is seen as it is when the merchant opens the app', async () => {
    shop.local.changeSettings({ timeZone: 'America/New_York', currency: 'USD' });
    await local.install(shops - 1);
    expect(await row()).toMatchObject({ timeZone: 'America/New_York', currency: 'USD' });
  });

  it('is asked about once an hour at most, however often the app is opened', async () => {
    local.shopify().asked.clear();
    for (const _again of [1, 2, 3]) await Promise.all([1, 2].map(() => local.install(shops - 1)));
    const asked = local.shopify().asked.calls.filter(({ operation }) => operation === 'ShopInfo');
    expect(asked).toHaveLength(1);
  });

  it('is asked about once a day by the bell of every minute', async () => {
    const rung = async () => {
      await forgetJobs();
      await ringBells();
      return (await bellsOf(shop)).includes('follow_shop');
    };
    expect(await rung()).toBe(false);
    await pool().query(`update "Shop" set "askedAt" = now() - interval '25 hours' where id = $1`, [shop.id]);
    expect(await rung()).toBe(true);
  });

  it('changed its name and plan: the discounts are looked at again', async () => {
    shop.local.changeSettings({ name: 'Seventh' }, 'plus');
    await followShop(shop.id);
    expect(await row()).toMatchObject({ name: 'Seventh', plan: 'Shopify Plus' });
    expect(await bellsOf(shop)).toContain('sync_discounts');
    await forgetJobs();
    await followShop(shop.id);
    expect(await bellsOf(shop)).toEqual([]);
  });

  it('changed its currency before anything was counted: one point is one whole unit of the new one', async () => {
    shop.local.changeSettings({ currency: 'JPY' });
    await followShop(shop.id);
    expect(await row()).toMatchObject({ currency: 'JPY', publishedVersion: 2 });
    expect(await rate()).toBe(1);
    expect(await newCurrencyOf(pool(), shop.id)).toBeNull();
  });

  it('changed its currency after orders were counted: the merchant is told, nothing is guessed', async () => {
    await count();
    shop.local.changeSettings({ currency: 'JPY' });
    await followShop(shop.id);
    expect(await row()).toMatchObject({ currency: 'EUR', publishedVersion: 1 });
    expect(await newCurrencyOf(pool(), shop.id)).toMatchObject({ currency: 'EUR', newCurrency: 'JPY' });

    expect(await acceptNewCurrency(shop.id, 'USD', '42')).toBe(false);
    expect(await acceptNewCurrency(shop.id, 'JPY', '42')).toBe(true);
    expect(await acceptNewCurrency(shop.id, 'JPY', '42')).toBe(false);
    expect(await row()).toMatchObject({ currency: 'JPY', publishedVersion: 2 });
    expect(await rate()).toBe(1);
    expect(await newCurrencyOf(pool(), shop.id)).toBeNull();
    expect(await bellsOf(shop)).toEqual(expect.arrayContaining(['sync_discounts', 'sync_program']));
  });

  it('changed its currency and back: nothing is said any more', async () => {
    await count();
    for (const currency of ['USD', 'EUR']) {
      shop.local.changeSettings({ currency });
      await followShop(shop.id);
    }
    expect(await newCurrencyOf(pool(), shop.id)).toBeNull();
  });

  it('answers with what nobody knows: nothing changes', async () => {
    const before = await row();
    const answer = { name: 'Sixth', currencyCode: 'euros', ianaTimezone: 'Mars/Olympus' };
    const plan = { publicDisplayName: before.plan };
    local.shopify().faults(shop.domain).script = ({ operation }) =>
      operation === 'ShopInfo' ? { status: 200, body: { data: { shop: { ...answer, plan } } } } : null;
    await followShop(shop.id);
    local.shopify().faults(shop.domain).clear();
    expect(await row()).toEqual({ ...before, name: 'Sixth' });
  });

  it('doesn’t answer: the app opens all the same', async () => {
    local.shopify().faults(shop.domain).script = ({ operation }) =>
      operation === 'ShopInfo' ? { status: 503, body: {} } : null;
    await local.install(shops - 1);
    local.shopify().faults(shop.domain).clear();
    expect(await bellsOf(shop)).toContain('follow_shop');
  });
});
