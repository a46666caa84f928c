// Whoever tells notices locks members before notices, as those do who forget somebody, and as the page of notices does: none waits for
// another in a circle.
import { beforeEach, expect, it, vi } from 'vitest';
import { addNotices, forgetNotices, setKindsByFlow } from '#app/db/notices/notices.server.ts';
import { lockMembers } from '#app/db/members/members.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { shopProgram, type ShopProgram } from '#app/db/program/programs.server.ts';
import { claimNotices } from '#app/usecases/notices/claim-notices.ts';
import { saveSwitches } from '#app/usecases/notices/save-switches.ts';
import { momentShop } from '#tests/support/moment-shop.ts';
import { memberWith, type OccasionShop } from '#tests/support/occasions.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const AT = new Date('2026-11-20T10:00:00Z');
let shop: OccasionShop;
let program: ShopProgram;
let memberId: string;

beforeEach(async () => {
  shop = await momentShop([]);
  program = (await shopProgram(pool(), shop.id))!;
  ({ id: memberId } = await memberWith(shop));
  await setKindsByFlow(pool(), shop.id, ['gift-given']);
  await addNotices(pool(), shop.id, [{ memberId, kind: 'gift-given', cause: 'third/3', facts: {} }], AT);
});

async function untilOneWaits(): Promise<void> {
  await vi.waitFor(async () => {
    const { rowCount } = await pool().query(
      `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    );
    expect(rowCount).toBeGreaterThan(0);
  }, 10_000);
}

it('C94 what is forgotten while somebody is about to tell it is told nobody', async () => {
  let claiming: ReturnType<typeof claimNotices> | undefined;
  await withTransaction(async (client) => {
    await lockMembers(client, shop.id, { customerIds: [], memberIds: [memberId] }, AT);
    claiming = claimNotices(shop.id, program);
    await untilOneWaits();
    const person = { shopId: shop.id, customerId: null, memberIds: [memberId], orderIds: [], at: AT };
    await forgetNotices(client, person);
  });
  expect(await claiming).toEqual({ looked: 1, toTell: [] });
});

it('C94 two who tell at once: the second finds what the first left', async () => {
  const claims = await Promise.all([claimNotices(shop.id, program), claimNotices(shop.id, program)]);
  expect(claims.flatMap(({ toTell }) => toTell)).toHaveLength(1);
});

it('C94 a kind is switched off while somebody tells it', async () => {
  let saving: ReturnType<typeof saveSwitches> | undefined;
  await withTransaction(async (client) => {
    await lockMembers(client, shop.id, { customerIds: [], memberIds: [memberId] }, AT);
    saving = saveSwitches(shop.id, { flow: [], numbers: ['points'], tags: [] });
    await untilOneWaits();
    await client.query('select 1 from "Notice" where "shopId" = $1 for update', [shop.id]);
  });
  expect(await saving).toEqual({ ok: true });
});
