// Who leaves while a gift is still to be chosen is told of it before, and doesn't have it after.
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { leaveProgram } from '#app/usecases/leaving/leave-program.ts';
import { readLeaving } from '#app/usecases/leaving/read-leaving.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { momentGifts, momentShop, sweepOn } from '#tests/support/moment-shop.ts';
import { memberWith } from '#tests/support/occasions.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

it('a gift that is still to be chosen is among what is lost', async () => {
  const offers = [50, 60].map((points) => ({ kind: 'points' as const, points }));
  const shop = await momentShop([momentRule('joined', { key: 'hello', offers })]);
  const { id, customerId } = await memberWith(shop, { joined: '2027-02-01' });
  await sweepOn(shop, '2027-02-01', '2027-02-02');
  expect(await momentGifts(shop, id)).toEqual(['hello/1 open']);
  expect(await readLeaving(shop.id, customerId)).toMatchObject({ gifts: 1, points: 0 });
  await leaveProgram(shop.id, customerId, randomUUID(), new Date('2027-02-03T12:00:00Z'));
  expect(await momentGifts(shop, id)).toEqual(['hello/1 withdrawn']);
  expect(await readLeaving(shop.id, customerId)).toMatchObject({ gifts: 0 });
});
