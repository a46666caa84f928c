// What a file set is taken back: days of joining and exclusions, of an older file as well, in any order.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { blockMember } from '#app/usecases/members/block-member.ts';
import { readMoving } from '#app/usecases/moving-in/read-moving.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { sayAboutMoving } from '#app/usecases/moving-in/say-about-moving.ts';
import { at, line, nextId, order, rules } from '#tests/support/factories.ts';
import { movedIn, sayOrFail, sendMovingFile, workOnMoving } from '#tests/support/moving-file.ts';
import { merge } from '#tests/support/people.ts';
import { memberIdOf } from '#tests/support/rewards.ts';
import { addVersion, tellAndApply } from '#tests/support/shops.ts';

const local = useLocalShopify(20);
let nextShop = 0;
let shop: InstalledShop;
let one: string;
let two: string;

beforeEach(async () => {
  shop = await local.install(nextShop++);
  local.shopify().throttle(shop.domain).configure(1_000_000);
  await addVersion(shop.id, 9, rules(), at('08:00'));
  [one = '', two = ''] = [...shop.local.customers.keys()];
});

type Has = { points: number; joinedOn: string; blocked: boolean; firstOn: string | null };

async function has(customerId: string): Promise<Has> {
  const { rows } = await pool().query<Has>(
    `select points::int, "joinedOn"::text, blocked, "firstOn"::text from "Member" where "shopId" = $1 and "customerId" = $2`,
    [shop.id, customerId],
  );
  return rows[0]!;
}

const buys = (customerId: string, points: number) =>
  tellAndApply(
    shop,
    order({ customerId, lines: [line({ priceMinor: points * 100 })], processedAt: new Date().toISOString() }),
  );

async function spends(customerId: string, points: number): Promise<void> {
  const once = { reason: 'x', belowZero: false, madeBy: '42', requestKey: nextId() };
  const taken = { ...once, unit: 'points', amount: -points };
  expect(await adjustMember(shop.id, await memberIdOf(shop, customerId), taken)).toMatchObject({ ok: true });
}

const whole = async () => expect(await figureMismatches(pool(), shop.id)).toEqual([]);

describe('C136 since when somebody belongs', () => {
  it('is the earlier day of file and shop, and as before once it is undone', async () => {
    await movedIn(shop, `customer id,points\n${one},5\n`);
    const before = (await has(one)).joinedOn;
    const id = await movedIn(
      shop,
      `customer id,points,joined on\n${one},5,2023-04-05\n${two},5,2031-01-01\n`,
    );
    expect((await has(one)).joinedOn).toBe('2023-04-05');
    expect((await has(two)).joinedOn).toBe(before);
    await whole();
    await sayOrFail(shop, 'undo', id);
    expect((await has(one)).joinedOn).toBe(before);
    await whole();
  });

  it('is never later than the first kept order', async () => {
    const processedAt = '2022-02-02T10:00:00Z';
    await tellAndApply(shop, order({ customerId: one, processedAt, updatedAt: processedAt }));
    expect(await has(one)).toMatchObject({ firstOn: '2022-02-02' });
    const id = await movedIn(shop, `customer id,points,joined on\n${one},5,2023-04-05\n`);
    expect((await has(one)).joinedOn).toBe('2022-02-02');
    await sayOrFail(shop, 'undo', id);
    expect((await has(one)).joinedOn > '2026-01-01').toBe(true);
  });

  it('is told by the files that are left, in whatever order they are undone', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const ids = [
        await movedIn(
          shop,
          `customer id,points,joined on\n${two},1,2021-01-01\n${one},${order[0]! + 1},2023-04-05\n`,
        ),
        await movedIn(shop, `customer id,points,joined on\n${one},${order[0]! + 7},2022-03-04\n`),
      ];
      expect((await has(one)).joinedOn).toBe('2022-03-04');
      await sayOrFail(shop, 'undo', ids[order[0]!]!);
      expect((await has(one)).joinedOn).toBe(order[0] === 0 ? '2022-03-04' : '2023-04-05');
      await sayOrFail(shop, 'undo', ids[order[1]!]!);
      expect((await has(one)).joinedOn > '2026-01-01').toBe(true);
      await whole();
    }
  });
});

describe('C136 an exclusion that a file set', () => {
  const text = (points = 5) => `customer id,points,excluded\n${one},${points},yes\n${two},${points},no\n`;

  it('is taken back, and what was ordered meanwhile earns as if it had never been', async () => {
    const id = await movedIn(shop, text());
    expect(await has(one)).toMatchObject({ blocked: true });
    await buys(one, 30);
    expect(await has(one)).toMatchObject({ points: 5 });
    await sayOrFail(shop, 'undo', id);
    await applyToldOrders(shop.id);
    expect(await has(one)).toMatchObject({ points: 30, blocked: false });
    const { rowCount } = await pool().query('select 1 from "LeftOut" where "shopId" = $1', [shop.id]);
    expect(rowCount).toBe(0);
  });

  it('goes from whoever spent, too: it is nothing to keep', async () => {
    const id = await movedIn(shop, text(20));
    await spends(one, 3);
    const page = await sayOrFail(shop, 'undo', id);
    expect(await has(one)).toMatchObject({ points: 17, blocked: false });
    expect(page.preview!.keeps).toEqual([{ memberId: await memberIdOf(shop, one), points: 20 }]);
  });

  it('stays where somebody included and excluded by hand since, or before the file', async () => {
    await movedIn(shop, `customer id,points\n${two},1\n`);
    await blockMember(shop.id, await memberIdOf(shop, two), true);
    const id = await movedIn(shop, `customer id,points,excluded\n${one},5,yes\n${two},5,yes\n`);
    const memberId = await memberIdOf(shop, one);
    const later = (seconds: number) => new Date(Date.now() + seconds * 1_000);
    await blockMember(shop.id, memberId, false, later(2));
    await blockMember(shop.id, memberId, true, later(4));
    await sayOrFail(shop, 'undo', id);
    expect([await has(one), await has(two)]).toMatchObject([{ blocked: true }, { blocked: true }]);
  });

  it('stays while another file says the same', async () => {
    const first = await movedIn(shop, text(5));
    const second = await movedIn(shop, text(6));
    await sayOrFail(shop, 'undo', first);
    expect(await has(one)).toMatchObject({ points: 6, blocked: true });
    await sayOrFail(shop, 'undo', second);
    expect(await has(one)).toMatchObject({ points: 0, blocked: false });
  });
});

describe('C136 a file older than another one', () => {
  const text = (points: number) => `customer id,points\n${one},${points}\n${two},${points}\n`;

  it('is undone by itself, and each takes back its own, in any order', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const ids = [await movedIn(shop, text(50 + order[0]!)), await movedIn(shop, text(10 + order[0]!))];
      const first = await sayOrFail(shop, 'undo', ids[order[0]!]!);
      expect(first.earlier.length).toBeGreaterThan(0);
      expect(await has(one)).toMatchObject({ points: order[0] === 0 ? 10 : 51 });
      await sayOrFail(shop, 'undo', ids[order[1]!]!);
      expect([await has(one), await has(two)]).toMatchObject([{ points: 0 }, { points: 0 }]);
      const spent = [...(await readMoving(shop))!.earlier, (await readMoving(shop))!.file!];
      expect(spent.map((file) => file.spentMembers)).toEqual(spent.map(() => 0));
    }
  });

  it('names who keeps what, by whom they became', async () => {
    const id = await movedIn(shop, text(50));
    await movedIn(shop, text(10));
    await spends(one, 5);
    await merge(shop, two, one);
    await sayOrFail(shop, 'undo', id);
    const { rows } = await pool().query<{ preview: { keeps: unknown } }>(
      'select preview from "MovingIn" where "shopId" = $1 and id = $2',
      [shop.id, id],
    );
    expect(rows[0]!.preview.keeps).toEqual([{ memberId: await memberIdOf(shop, two), points: 50 }]);
    expect(await has(two)).toMatchObject({ points: 50 + 10 + 50 + 10 - 5 - 50 });
  });

  it('waits while another is under way, and no new one begins while it is undone', async () => {
    const id = await movedIn(shop, text(50));
    const open = await sendMovingFile(shop, text(10));
    expect(await sayAboutMoving(shop.id, { do: 'undo', id })).toEqual({ ok: false, refused: 'not-now' });
    await workOnMoving(shop);
    await sayOrFail(shop, 'apply', open);
    expect(await sayAboutMoving(shop.id, { do: 'undo', id })).toEqual({ ok: true });
    expect(await sayAboutMoving(shop.id, { do: 'undo', id })).toEqual({ ok: true });
    await expect(sendMovingFile(shop, text(11))).rejects.toThrow('under-way');
    expect(await sayAboutMoving(shop.id, { do: 'undo', id: open })).toEqual({
      ok: false,
      refused: 'not-now',
    });
    expect((await workOnMoving(shop)).file).toMatchObject({ id: open, step: 'applied' });
    expect(await has(one)).toMatchObject({ points: 10 });
  });
});
