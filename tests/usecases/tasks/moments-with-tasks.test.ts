// What a sweep does with moments that give a task: notes and calls are made with their gift; parcels aren't its matter.
import { expect, it } from 'vitest';
import { sweepMark } from '#app/db/moments/sweep-mark.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { bought, counted, momentGifts, momentShop, sweepOn } from '#tests/support/moment-shop.ts';
import { memberWith } from '#tests/support/occasions.ts';
import { packingMoment, tasksOf } from '#tests/support/packing.ts';
import { FIVE } from '#tests/support/rewards.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const second = { key: 'second', when: { n: 2 } };
const note = momentRule('nth-order', {
  ...second,
  offers: [{ kind: 'task', task: 'note', words: 'Thank them by hand' }],
});

async function secondOrder(...of: Parameters<typeof momentShop>) {
  const shop = await momentShop(...of);
  const member = await memberWith(shop);
  await bought(shop, member.id, ['2027-01-10', '2027-01-20']);
  await counted(shop, member.id, 0);
  return { shop, member };
}

it('S-12 C03 a note is made with its gift, once, however often it is swept', async () => {
  const { shop, member } = await secondOrder([note]);
  await sweepOn(shop, '2027-01-21', '2027-01-22', '2027-01-22');
  expect(await tasksOf(shop)).toEqual([
    { customer: member.customerId, cause: 'second/2', order: null, state: 'open' },
  ]);
  expect(await momentGifts(shop)).toEqual(['second/2 given']);
});

it('S-12 where somebody is to be called already, a second moment gives no note, and says nothing of one', async () => {
  const call = momentRule('nth-order', {
    ...{ key: 'first', when: { n: 1 } },
    offers: [{ kind: 'task', task: 'call', words: 'Ask how it was' }],
  });
  const { shop } = await secondOrder([call, note]);
  await sweepOn(shop, '2027-01-21');
  expect((await tasksOf(shop)).map(({ cause }) => cause)).toEqual(['first/1']);
  expect(await momentGifts(shop)).toEqual(['first/1 given']);
});

it('S-12 a note that is due on one day with a reward isn’t asked for, whichever stands first', async () => {
  const five = momentRule('nth-order', {
    ...{ key: 'first', when: { n: 1 } },
    offers: [{ kind: 'reward', key: FIVE.key }],
  });
  for (const moments of [
    [note, five],
    [five, note],
  ]) {
    const { shop } = await secondOrder(moments, { rules: { rewards: [FIVE] } });
    await sweepOn(shop, '2027-01-21', '2027-01-22');
    expect(await tasksOf(shop)).toEqual([]);
    expect(await momentGifts(shop)).toEqual(['first/1 waiting']);
  }
});

it('S-12 S-65 what goes into a parcel is nothing that a sweep gives', async () => {
  const { shop } = await secondOrder([packingMoment('jar', { n: 2 })]);
  await sweepOn(shop, '2027-01-21');
  expect(await momentGifts(shop)).toEqual([]);
  // The day is looked at all the same: else Home would say that gifts are late.
  expect((await sweepMark(pool(), shop.id))?.sweptThrough).toBe('2027-01-21');
});
