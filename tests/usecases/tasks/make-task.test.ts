// Notes and calls: once for each cause, one a year, and no note beside a reward.
import { describe, expect, it } from 'vitest';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { makeTask, type TaskToMake } from '#app/usecases/tasks/make-task.ts';
import { doTasks, undoTasks } from '#app/usecases/tasks/do-tasks.ts';
import { countTasksToDo, readTasks } from '#app/usecases/tasks/read-tasks.ts';
import { nextId, order } from '#tests/support/factories.ts';
import { merge } from '#tests/support/people.ts';
import { installedShop, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const TODAY = '2026-11-27';

async function memberOf(shop: TestShop) {
  const customerId = nextId();
  const { rows } = await pool().query<{ id: string }>(
    `insert into "Member" ("shopId", "customerId", "joinedAt") values ($1, $2, now()) returning id::text`,
    [shop.id, customerId],
  );
  return { memberId: rows[0]!.id, customerId };
}

const make = (shop: TestShop, memberId: string, more: Partial<TaskToMake> = {}) =>
  withTransaction((client) =>
    makeTask(client, {
      ...{ shopId: shop.id, memberId, cause: 'regular/10', momentKey: 'regular', kind: 'note' },
      ...{ words: 'Thank them by hand', reason: { en: 'Ten orders', fr: 'Dix commandes' } },
      ...{ on: TODAY, at: new Date(`${TODAY}T08:00:00Z`), ...more },
    }),
  );

describe('S-12 notes and calls', () => {
  it('C03 are asked for once for each cause, over the person', async () => {
    const shop = await installedShop();
    const [one, other] = [await memberOf(shop), await memberOf(shop)];
    expect(await make(shop, one.memberId)).toBe('made');
    expect(await make(shop, one.memberId)).toBe('there');
    await merge(shop, other.customerId, one.customerId);
    expect(await make(shop, other.memberId)).toBe('there');
  });

  it('come once within a year', async () => {
    const shop = await installedShop();
    const { memberId } = await memberOf(shop);
    await make(shop, memberId);
    await doTasks(shop.id, [{ memberId, cause: 'regular/10' }], '42');
    const next = { cause: 'regular/20', kind: 'call' } as const;
    expect(await make(shop, memberId, { ...next, on: addDays(TODAY, 364) })).toBe('too-soon');
    expect(await make(shop, memberId, { ...next, on: addDays(TODAY, 365) })).toBe('made');
  });

  it('a note never beside a reward; a call may', async () => {
    const shop = await installedShop();
    const { memberId } = await memberOf(shop);
    await pool().query(
      `insert into "Gift" ("shopId", "memberId", cause, "requestHash", "rewardKey", gives, "programVersion", state, "givenAt")
       values ($1, $2, 'birthday/2026', '', 'five', '{}', 1, 'given', $3)`,
      [shop.id, memberId, `${TODAY}T06:00:00Z`],
    );
    expect(await make(shop, memberId)).toBe('beside-a-reward');
    const after = new Date(`${addDays(TODAY, 15)}T08:00:00Z`);
    expect(await make(shop, memberId, { on: addDays(TODAY, 15), at: after })).toBe('made');
  });

  it('lapse after fourteen days: neither waiting nor done, and no reason against another one', async () => {
    const shop = { ...(await installedShop()), timeZone: 'Europe/Paris' };
    const { memberId } = await memberOf(shop);
    const today = dayIn(shop.timeZone, new Date());
    await make(shop, memberId, { on: addDays(today, -13) });
    const read = async () => {
      const { today: waiting, lapsed, done } = await readTasks(shop);
      return [waiting.length, lapsed.length, done.length, (await countTasksToDo(shop)).today];
    };
    expect(await read()).toEqual([1, 0, 0, 1]);
    await pool().query('update "Task" set "on" = "on" - 1 where "shopId" = $1', [shop.id]);
    expect(await read()).toEqual([0, 1, 0, 0]);
    const names = [{ memberId, cause: 'regular/10' }];
    await Promise.all([doTasks(shop.id, names, '42'), doTasks(shop.id, names, '43')]);
    expect(await read()).toEqual([0, 0, 1, 0]);
    // Done late it was done, and another one is too soon; lapsed it wasn't.
    const next = { cause: 'regular/20', on: today, at: new Date() };
    expect(await make(shop, memberId, next)).toBe('too-soon');
    await undoTasks(shop.id, names);
    expect(await read()).toEqual([0, 1, 0, 0]);
    expect(await make(shop, memberId, next)).toBe('made');
    expect(await make(shop, memberId, next)).toBe('there');
    expect(await read()).toEqual([1, 1, 0, 1]);
  });

  it('a tick that is taken back waits again, also where it is about a parcel that was sent long ago', async () => {
    const shop = { ...(await installedShop()), timeZone: 'Europe/Paris' };
    const { memberId } = await memberOf(shop);
    const sent = order({ fulfillmentStatus: 'fulfilled' });
    await tellAndApply(shop, sent);
    await make(shop, memberId, { orderId: sent.orderId, on: dayIn(shop.timeZone, new Date()) });
    const names = [{ memberId, cause: 'regular/10' }];
    await doTasks(shop.id, names, '42');
    await undoTasks(shop.id, names);
    expect((await readTasks(shop)).today.map(({ state }) => state)).toEqual(['open']);
  });

  it('are five a day: what is done makes room tomorrow, not today', async () => {
    const shop = { ...(await installedShop()), timeZone: 'Europe/Paris' };
    const on = dayIn(shop.timeZone, new Date());
    for (let count = 0; count < 7; count += 1) await make(shop, (await memberOf(shop)).memberId, { on });
    const { today } = await readTasks(shop);
    expect(today).toHaveLength(5);
    expect(await countTasksToDo(shop)).toEqual({ parcels: 0, today: 5 });
    await doTasks(shop.id, today.slice(0, 2), '42');
    const after = await readTasks(shop);
    expect([after.today.length, after.done.length]).toEqual([3, 2]);
    expect(await countTasksToDo(shop)).toEqual({ parcels: 0, today: 3 });
  });
});
