import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { now } from '#app/clock.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { AdminUnavailable } from '#app/errors.ts';
import { blockMember } from '#app/usecases/members/block-member.ts';
import { importBirthdays } from '#app/usecases/moments/import-birthdays.ts';
import { ringReconciliations } from '#app/usecases/orders/ring-reconciliations.ts';
import { setBirthday } from '#app/usecases/moments/set-birthday.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { syncMembers } from '#app/usecases/storefront/sync-members.ts';
import { nextId, occasion, rules } from '#tests/support/factories.ts';
import { giftsOf } from '#tests/support/occasions.ts';
import { addVersion } from '#tests/support/shops.ts';

const local = useLocalShopify();
let shop: InstalledShop;
let versions = 1;

const publish = (change: Parameters<typeof rules>[0]) =>
  addVersion(shop.id, (versions += 1), rules(change), new Date(now().getTime() - 60_000).toISOString());

beforeAll(async () => {
  shop = await local.install();
});
beforeEach(async () => {
  local.shopify().faults(shop.domain).clear();
  await publish({ occasions: [occasion({ daysBefore: 3, daysAfter: 3 })] });
});

/** A customer at Shopify who is a member here. */
async function newMember(birthDate: string | null, tags: string[] = []) {
  const [known] = shop.local.customers.values();
  const { id: customerId } = await shop.local.addCustomer({ ...known!, tags });
  if (birthDate !== null) await shop.local.setBirthDate(customerId, birthDate);
  const { rows } = await pool().query<{ id: string }>(
    `insert into "Member" ("shopId", "customerId", "joinedAt") values ($1, $2, $3) returning id::text`,
    [shop.id, customerId, now()],
  );
  return { id: rows[0]!.id, customerId };
}

async function birthday(memberId: string): Promise<string> {
  const { rows } = await pool().query<{ text: string }>(
    `select concat_ws('-', "birthYear", "birthMonth", "birthDay") as text from "Member" where id = $1`,
    [memberId],
  );
  return rows[0]!.text;
}

function seen(customerId: string): Record<string, unknown> | null {
  const metafields = Object.values(shop.local.customers.get(customerId)?.metafields ?? {});
  const value = metafields.find(({ key }) => key === 'loyalty')?.value;
  return value === undefined ? null : (JSON.parse(value) as Record<string, unknown>);
}

/** `1990` and today's month and day at the shop. */
function bornToday(): string {
  return `1990-${dayOfShop().slice(5)}`;
}
const dayOfShop = () =>
  new Intl.DateTimeFormat('en-CA', { timeZone: shop.local.timeZone, dateStyle: 'short' }).format(now());
const shopper = { kind: 'shopper' } as const;

describe('facts.birth_date', () => {
  it('fills what nobody told, without the year, and twice or at once changes nothing more', async () => {
    const [dated, undated] = [await newMember('1990-05-03'), await newMember(null)];
    await Promise.all([importBirthdays(shop.id), importBirthdays(shop.id)]);
    await importBirthdays(shop.id);
    expect([await birthday(dated.id), await birthday(undated.id)]).toEqual(['5-3', '']);
    const { rows } = await pool().query('select "madeBy" from "BirthdayChange" where "memberId" = $1', [
      dated.id,
    ]);
    expect(rows).toEqual([{ madeBy: 'shopify' }]);
  });

  it('keeps the year where the program asks for it', async () => {
    await publish({ occasions: [occasion({ asksYear: true })] });
    const { id } = await newMember('1990-05-03');
    await importBirthdays(shop.id);
    expect(await birthday(id)).toBe('1990-5-3');
  });

  it('is heard of when it is entered later', async () => {
    const { id, customerId } = await newMember(null);
    await importBirthdays(shop.id);
    await shop.local.setBirthDate(customerId, '1991-07-14');
    await importBirthdays(shop.id);
    expect(await birthday(id)).toBe('7-14');
  });

  it('never overwrites what somebody told, nor comes back after it was taken away', async () => {
    const [told, taken] = [await newMember('1990-05-03'), await newMember('1990-05-03')];
    const date = { month: 6, day: 4, year: null };
    await setBirthday(shop.id, { memberId: told.id }, date, shopper, nextId());
    await setBirthday(shop.id, { memberId: taken.id }, date, shopper, nextId());
    await setBirthday(shop.id, { memberId: taken.id }, null, shopper, nextId());
    await importBirthdays(shop.id);
    for (const { customerId } of [told, taken]) await shop.local.setBirthDate(customerId, '1992-08-08');
    await importBirthdays(shop.id);
    expect([await birthday(told.id), await birthday(taken.id)]).toEqual(['6-4', '']);
    expect(shop.local.customers.get(told.customerId)?.metafields['facts.birth_date']?.value).toBe(
      '1992-08-08',
    );
  });

  it('isn’t read where the program gives nothing on birthdays', async () => {
    await publish({ occasions: [] });
    const { id } = await newMember('1990-05-03');
    await importBirthdays(shop.id);
    expect(await birthday(id)).toBe('');
    const rung = async () => {
      await ringReconciliations();
      const key = `read_birthdays/${shop.id}`;
      return (await pool().query('select 1 from graphile_worker.jobs where key = $1', [key])).rows.length;
    };
    expect(await rung()).toBe(0);
    await publish({ occasions: [occasion()] });
    expect(await rung()).toBe(1);
  });

  it('goes on where it was interrupted, and loses nothing while Shopify doesn’t answer', async () => {
    const { id } = await newMember('1990-05-03');
    const last = [await newMember('1990-05-04')];
    while (last.length < 260) last.push(await newMember(null));
    last.push(await newMember('1990-05-05'));
    local.shopify().faults(shop.domain).plan('error', 1);
    await expect(importBirthdays(shop.id)).rejects.toBeInstanceOf(AdminUnavailable);
    await importBirthdays(shop.id);
    expect([await birthday(id), await birthday(last.at(-1)!.id)]).toEqual(['5-3', '5-5']);
  });
});

describe('a birthday reaches the storefront', () => {
  it('C77 entered, given, and left out: each shows in the customer’s metafield', async () => {
    const { id, customerId } = await newMember(null);
    const [, month, day] = bornToday().split('-').map(Number) as [number, number, number];
    await setBirthday(shop.id, { customerId }, { month, day, year: null }, shopper, nextId());
    await syncMembers(shop.id);
    const today = dayOfShop();
    const told = { month, day, setOn: today, givenYear: null, changeFrom: today };
    expect(seen(customerId)).toMatchObject({ points: 0, birthday: told, gifts: [], blocked: false });
    await sweepMoments(shop.id);
    await syncMembers(shop.id);
    const year = Number(today.slice(0, 4));
    expect(seen(customerId)).toMatchObject({
      points: 50,
      birthday: { ...told, givenYear: year },
      gifts: [{ kind: 'birthday', points: 50, on: today }],
    });
    await blockMember(shop.id, id, true);
    await syncMembers(shop.id);
    expect(seen(customerId)).toMatchObject({ blocked: true });
  });

  it('C77 a gift whose window is over is shown no more', async () => {
    const { customerId } = await newMember(null);
    const date = { month: 1, day: 15, year: null };
    await setBirthday(shop.id, { customerId }, date, shopper, nextId(), new Date('2025-12-01T12:00:00Z'));
    await pool().query(`update "Shop" set "sweptThrough" = '2026-01-01' where id = $1`, [shop.id]);
    await publish({ occasions: [occasion({ daysAfter: 3 })] });
    await addLongRunning();
    await sweepMoments(shop.id, new Date('2026-01-15T12:00:00Z'));
    await syncMembers(shop.id);
    expect(seen(customerId)).toMatchObject({ points: 50, gifts: [], birthday: { givenYear: 2026 } });
  });
});

/** As if the occasion had run since 2025. */
async function addLongRunning(): Promise<void> {
  await pool().query('alter table "ProgramVersion" disable trigger user');
  await pool().query(`update "ProgramVersion" set "publishedAt" = '2025-01-01' where "shopId" = $1`, [
    shop.id,
  ]);
  await pool().query('alter table "ProgramVersion" enable trigger user');
}

describe('customers left out by tag', () => {
  it('get no gift, and get it once the tag is gone while the window is open', async () => {
    await publish({ occasions: [occasion({ daysAfter: 3 })], leftOutTags: ['Staff'] });
    const [staff, other] = [await newMember(bornToday(), ['staff ']), await newMember(bornToday())];
    await importBirthdays(shop.id);
    await sweepMoments(shop.id);
    expect([await giftsOf(shop, staff.id), await giftsOf(shop, other.id)]).toMatchObject([
      [],
      [{ amount: 50 }],
    ]);
    const customer = shop.local.customers.get(staff.customerId)!;
    await shop.local.saveCustomer({ ...customer, tags: [] });
    const tomorrow = new Date(now().getTime() + 86_400_000);
    await sweepMoments(shop.id, tomorrow);
    expect(await giftsOf(shop, staff.id)).toMatchObject([{ amount: 50, late: true }]);
  });

  it('wait while Shopify doesn’t answer, and nothing is lost', async () => {
    await publish({ occasions: [occasion({ daysAfter: 3 })], leftOutTags: ['staff'] });
    await pool().query('update "Shop" set "sweptThrough" = $2 where id = $1', [shop.id, '2026-01-01']);
    const { id } = await newMember(bornToday());
    await importBirthdays(shop.id);
    local.shopify().faults(shop.domain).plan('error', 9);
    const later = new Date(now().getTime() + 2 * 86_400_000);
    await expect(sweepMoments(shop.id, later)).rejects.toBeInstanceOf(AdminUnavailable);
    expect(await giftsOf(shop, id)).toEqual([]);
    const { rows } = await pool().query('select "sweptThrough"::text as day from "Shop" where id = $1', [
      shop.id,
    ]);
    expect(rows).toEqual([{ day: '2026-01-01' }]);
    local.shopify().faults(shop.domain).clear();
    await sweepMoments(shop.id, later);
    await sweepMoments(shop.id, later);
    expect(await giftsOf(shop, id)).toHaveLength(1);
  });
});
