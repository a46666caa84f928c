// What members are told: once each, by whom it is switched on, at the right time, and whatever Shopify says.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { NoticeKind } from '#app/core/notices/notice-kinds.ts';
import { NOTICE_KINDS } from '#app/core/notices/notice-kinds.ts';
import {
  addNotices,
  setKindsByFlow,
  shopsWithDueNotices,
  shopsWithLapsing,
} from '#app/db/notices/notices.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { tellNotices } from '#app/usecases/notices/tell-notices.ts';
import { writeNotices } from '#app/usecases/notices/write-notices.ts';
import { cutOffAfter } from '#tests/support/cut-off.ts';
import { merge } from '#tests/support/people.ts';
import { holdVoucher } from '#tests/support/vouchers.ts';

vi.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }));

const local = useLocalShopify(18);
let nextShop = 0;
let shop: InstalledShop;
let customers: string[];

/** Noon in Paris. */
const NOON = new Date('2026-11-24T11:00:00Z');
const TITLE = { en: 'A gift', fr: 'Un cadeau' };

async function member(customerId: string): Promise<string> {
  const { rows } = await pool().query<{ id: string }>(
    `insert into "Member" ("shopId", "customerId", "joinedAt") values ($1, $2, $3)
     on conflict ("shopId", "customerId") do update set rev = "Member".rev returning id::text`,
    [shop.id, customerId, NOON],
  );
  return rows[0]!.id;
}

async function write(
  kind: NoticeKind,
  causes: readonly string[],
  customerId = customers[0]!,
): Promise<string> {
  const memberId = await member(customerId);
  await withTransaction((client) =>
    writeNotices(
      client,
      shop.id,
      causes.map((cause) => ({ memberId, kind, cause, facts: { title: TITLE, points: 5 } })),
      new Date(),
    ),
  );
  return memberId;
}

const inbox = () => shop.local.flow.messages;
const sentTo = () => inbox().map(({ handle, payload }) => `${handle} ${String(payload['customer_id'])}`);

async function states(): Promise<string[]> {
  const { rows } = await pool().query<{ said: string }>(
    `select cause || ' ' || state || coalesce(' ' || why, '') as said from "Notice" where "shopId" = $1 order by cause`,
    [shop.id],
  );
  return rows.map(({ said }) => said);
}

const isDue = async () =>
  (await shopsWithDueNotices(pool(), new Date(Date.now() + 60_000))).includes(shop.id);
const later = (minutes: number) =>
  pool().query(`update "Notice" set "dueAt" = "dueAt" - $2 * interval '1 minute' where "shopId" = $1`, [
    shop.id,
    minutes,
  ]);

beforeEach(async () => {
  shop = await local.install(nextShop++);
  local.shopify().throttle(shop.domain).configure(1_000_000);
  customers = [...shop.local.customers.keys()];
  await setKindsByFlow(pool(), shop.id, NOTICE_KINDS);
});

describe('S-14 S-80 a notice', () => {
  it('is in Flow’s inbox once, whoever tells it, and however often', async () => {
    await write('gift-given', ['birthday/2026', 'third-order/3']);
    await write('gift-given', ['birthday/2026']);
    await Promise.all([tellNotices(shop.id), tellNotices(shop.id), tellNotices(shop.id)]);
    await tellNotices(shop.id);
    expect(sentTo()).toEqual([`notice-gift-given ${customers[0]}`, `notice-gift-given ${customers[0]}`]);
    expect(inbox()[0]?.payload).toMatchObject({ Title: 'A gift', Titre: 'Un cadeau', Points: 5 });
    expect(await states()).toEqual(['birthday/2026 told', 'third-order/3 told']);
    expect(await isDue()).toBe(false);
  });

  it('of a kind that is switched off is seen in the shop alone', async () => {
    await setKindsByFlow(pool(), shop.id, ['silent']);
    await write('gift-given', ['a']);
    await tellNotices(shop.id);
    expect([inbox(), await states()]).toEqual([[], ['a in-shop']]);
  });

  it('that waits when its kind is switched off is told nobody', async () => {
    await write('gift-given', ['a']);
    await setKindsByFlow(pool(), shop.id, []);
    await tellNotices(shop.id);
    expect([inbox(), await states(), await isDue()]).toEqual([[], ['a in-shop'], false]);
  });

  it('C150 goes to whoever the member is by now, and to nobody who left, was left out, or is gone', async () => {
    const [first, second, third, fourth] = customers as [string, string, string, string];
    const merged = await write('gift-given', ['merged'], first);
    const survivor = await member(second);
    await pool().query('update "Member" set "mergedIntoId" = $2 where id = $1', [merged, survivor]);
    const left = await write('gift-given', ['left'], third);
    await pool().query('update "Member" set "leftAt" = now() where id = $1', [left]);
    const blocked = await write('gift-given', ['blocked'], fourth);
    await pool().query('update "Member" set blocked = true where id = $1', [blocked]);
    await tellNotices(shop.id);
    expect(sentTo()).toEqual([`notice-gift-given ${second}`]);
    expect(await states()).toEqual(['blocked skipped out', 'left skipped out', 'merged told']);
  });

  it('C150 that Shopify refuses holds up no other, and says why', async () => {
    const gone = '999999';
    await write('gift-given', ['a'], gone);
    await write('gift-given', ['b']);
    await tellNotices(shop.id);
    expect(await states()).toEqual(['a refused Customer does not exist', 'b told']);
    expect(await isDue()).toBe(false);
  });

  it('C150 waits out an outage, and none is lost by it', async () => {
    await write('gift-given', ['a', 'b', 'c']);
    local.shopify().faults(shop.domain).plan('error', 3);
    for (let time = 0; time < 3; time += 1) {
      await expect(tellNotices(shop.id)).rejects.toThrow();
      await later(20);
    }
    await tellNotices(shop.id);
    expect(await states()).toEqual(['a told', 'b told', 'c told']);
    expect(inbox()).toHaveLength(3);
  });

  it('C150 is told at most once, wherever the process dies', async () => {
    for (let deed = 1; ; deed += 1) {
      await pool().query('delete from "Notice" where "shopId" = $1', [shop.id]);
      inbox().length = 0;
      await write('gift-given', ['a', 'b']);
      const wasCut = await cutOffAfter(deed, () => tellNotices(shop.id));
      await later(20);
      await tellNotices(shop.id);
      await later(20);
      await tellNotices(shop.id);
      const told = inbox().length;
      const said = await states();
      expect(
        said.every((one) => /^. (told|unsure)$/.test(one)),
        `${deed}: ${said.join()}`,
      ).toBe(true);
      expect(told).toBeLessThanOrEqual(2);
      expect(told).toBeGreaterThanOrEqual(said.filter((one) => one.endsWith('told')).length);
      expect(await isDue()).toBe(false);
      if (!wasCut) {
        expect(said).toEqual(['a told', 'b told']);
        expect(deed).toBeGreaterThan(5);
        break;
      }
    }
  });
});

/** A time zone in which it is about noon now, so that offers are told. */
async function openHours(): Promise<void> {
  const { rows } = await pool().query<{ zone: string }>(
    `select name as zone from pg_timezone_names where name like 'Etc/GMT%' and extract(hour from now() at time zone name) between 10 and 15 limit 1`,
  );
  await pool().query('update "Shop" set "timeZone" = $2 where id = $1', [shop.id, rows[0]!.zone]);
}

describe('C151 an offer', () => {
  /** As if the shop's day had come: no clock of ours decides what these say. */
  async function tellAt(at: Date): Promise<void> {
    await pool().query(`update "Notice" set "dueAt" = $2 where "shopId" = $1 and "dueAt" is not null`, [
      shop.id,
      at,
    ]);
    await tellNotices(shop.id);
  }

  it('is told once in seven days to one person, though two processes tell two at once', async () => {
    await openHours();
    await write('silent', ['one']);
    await write('silent', ['two']);
    await write('silent', ['three'], customers[1]);
    await Promise.all([tellNotices(shop.id), tellNotices(shop.id)]);
    expect(sentTo().sort()).toEqual(
      [`notice-silent ${customers[0]}`, `notice-silent ${customers[1]}`].sort(),
    );
    await tellAt(new Date());
    expect(inbox()).toHaveLength(2);
    await pool().query(
      `update "Notice" set "toldAt" = "toldAt" - interval '8 days' where "shopId" = $1 and "toldAt" is not null`,
      [shop.id],
    );
    await tellAt(new Date());
    expect(inbox()).toHaveLength(3);
  });
});

it('C151 an offer that Shopify had no room for is told as soon as it has', async () => {
  await openHours();
  await write('silent', ['one']);
  local.shopify().throttle(shop.domain).configure(0);
  await expect(tellNotices(shop.id)).rejects.toThrow();
  expect(await states()).toEqual(['one waiting']);
  local.shopify().throttle(shop.domain).configure(1_000_000);
  await later(20);
  await tellNotices(shop.id);
  expect(await states()).toEqual(['one told']);
});

describe('some days before its end', () => {
  /** Of the shop's calendar. */
  const inDays = async (days: number) => {
    const { rows } = await pool().query<{ day: string }>(
      `select ((now() at time zone "timeZone")::date + $2::int)::text as day from "Shop" where id = $1`,
      [shop.id, days],
    );
    return rows[0]!.day;
  };
  const rings = async () => (await shopsWithLapsing(pool(), new Date(), 5)).includes(shop.id);

  it('S-08 a gift that nobody has chosen is told of once more, and a chosen one isn’t', async () => {
    const memberId = await member(customers[0]!);
    const open = (cause: string, state: string, until: string, givenAt: string) =>
      pool().query(
        `insert into "Gift" ("shopId", "memberId", cause, "requestHash", gives, "programVersion", state, "givenAt", offers, "openUntil")
         values ($1, $2, $3, '', '{"kind": "nothing"}', 1, $4, $5, '[]', $6)`,
        [shop.id, memberId, cause, state, givenAt, until],
      );
    await open('third-order/3', 'open', await inDays(5), await inDays(-9));
    await open('third-order/6', 'open', await inDays(6), await inDays(-9));
    await open('third-order/9', 'given', await inDays(5), await inDays(-9));
    expect(await rings()).toBe(true);
    await tellNotices(shop.id);
    await tellNotices(shop.id);
    expect(inbox().map(({ handle, payload }) => [handle, payload['Last day']])).toEqual([
      ['notice-choose-gift', await inDays(5)],
    ]);
    expect([await states(), await rings()]).toEqual([['third-order/3/reminder told'], false]);
  });

  it('S-08 what nobody told on the day, because nothing ran, is told until the last one, with the days that are left', async () => {
    const memberId = await member(customers[0]!);
    const open = (cause: string, until: string, givenAt: string) =>
      pool().query(
        `insert into "Gift" ("shopId", "memberId", cause, "requestHash", gives, "programVersion", state, "givenAt", offers, "openUntil")
         values ($1, $2, $3, '', '{"kind": "nothing"}', 1, 'open', $4, '[]', $5)`,
        [shop.id, memberId, cause, givenAt, until],
      );
    await open('third-order/3', await inDays(3), await inDays(-9));
    await open('third-order/6', await inDays(-1), await inDays(-9));
    // Never had so many days.
    await open('third-order/9', await inDays(3), await inDays(-2));
    const held = await Promise.all(
      [-20, -1].map(async (ago) => {
        const { id } = await holdVoucher(shop, { price: 0, customerId: customers[1]! });
        const days = [await inDays(0), await inDays(ago)];
        await pool().query('update "Voucher" set "validUntil" = $2, "heldAt" = $3 where id = $1', [
          id,
          ...days,
        ]);
        return id;
      }),
    );
    expect(await rings()).toBe(true);
    await tellNotices(shop.id);
    await tellNotices(shop.id);
    expect([(await states()).sort(), await rings()]).toEqual([
      ['third-order/3/reminder told', `voucher/${held[0]} told`],
      false,
    ]);
    expect(
      inbox()
        .map(({ payload }) => payload['Days left'])
        .sort(),
    ).toEqual([0, 3]);
  });

  it('S-08 whoever was told of a gift isn’t told once more as whom they became', async () => {
    const memberId = await member(customers[0]!);
    await member(customers[1]!);
    await pool().query(
      `insert into "Gift" ("shopId", "memberId", cause, "requestHash", gives, "programVersion", state, "givenAt", offers, "openUntil")
       values ($1, $2, 'third-order/3', '', '{"kind": "nothing"}', 1, 'open', $3, '[]', $4)`,
      [shop.id, memberId, await inDays(-9), await inDays(5)],
    );
    await tellNotices(shop.id);
    await merge(shop, customers[1]!, customers[0]!);
    expect(await rings()).toBe(false);
    await tellNotices(shop.id);
    expect(await states()).toEqual(['third-order/3/reminder told']);
  });

  it('a reward that nobody has used is told of, where the shop tells that', async () => {
    const { id } = await holdVoucher(shop, { price: 0, customerId: customers[0]! });
    await pool().query('update "Voucher" set "validUntil" = $2 where id = $1', [id, await inDays(5)]);
    await setKindsByFlow(pool(), shop.id, ['gift-given']);
    expect(await rings()).toBe(false);
    await setKindsByFlow(pool(), shop.id, NOTICE_KINDS);
    expect(await rings()).toBe(true);
    await tellNotices(shop.id);
    expect(inbox().map(({ handle }) => handle)).toEqual(['notice-reward-lapsing']);
    expect(await rings()).toBe(false);
  });
});

it('C62 leaves other shops’ notices alone', async () => {
  const other = shop;
  await write('gift-given', ['a']);
  shop = await local.install(nextShop++);
  await tellNotices(shop.id);
  expect(other.local.flow.messages).toEqual([]);
  await addNotices(pool(), shop.id, [], new Date());
});
