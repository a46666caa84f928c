// What a member can still choose stands on the member's page: with its moment's name and its last day, until it is chosen or over.
import { expect, it } from 'vitest';
import { openGifts } from '#app/db/choosing/open-choices.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { lapseChoices } from '#app/usecases/choosing/lapse-choices.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { momentShop, noon, sweepOn } from '#tests/support/moment-shop.ts';
import { memberWith } from '#tests/support/occasions.ts';
import { merge } from '#tests/support/people.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const TITLE = { en: 'Welcome', fr: 'Bienvenue' };
const offers = [50, 60].map((points) => ({ kind: 'points' as const, points }));
const hello = momentRule('joined', { key: 'hello', title: TITLE, offers, openDays: 10 });

it('lists what is open of the person, and nothing that is over', async () => {
  const shop = await momentShop([hello]);
  const one = await memberWith(shop, { joined: '2027-02-01' });
  const other = await memberWith(shop, { joined: '2027-02-03' });
  await sweepOn(shop, '2027-02-01', '2027-02-02', '2027-02-03', '2027-02-04');
  const open = (id: string) => openGifts(pool(), shop.id, id);
  const ofOne = { cause: 'hello/1', title: TITLE, until: '2027-02-11' };
  expect(await open(one.id)).toEqual([ofOne]);
  expect(await open(other.id)).toEqual([{ ...ofOne, until: '2027-02-13' }]);
  await merge(shop, one.customerId, other.customerId);
  expect(await open(one.id)).toContainEqual(ofOne);
  await lapseChoices(shop.id, noon('2027-02-15'));
  expect(await open(one.id)).toEqual([]);
});
