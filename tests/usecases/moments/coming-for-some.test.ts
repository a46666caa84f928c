// The list of coming birthdays says for whom the gift's conditions don't hold as things stand.
import { expect, it } from 'vitest';
import { now } from '#app/clock.server.ts';
import { monthDayOf } from '#app/core/moments/calendar.ts';
import { addDays, dayIn } from '#app/core/values/days.ts';
import type { WhoCondition } from '#app/core/who/who.ts';
import { readComingBirthdays } from '#app/usecases/moments/read-coming-birthdays.ts';
import { occasion } from '#tests/support/factories.ts';
import { bought, counted } from '#tests/support/moment-shop.ts';
import { memberWith, occasionShop } from '#tests/support/occasions.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const TODAY = dayIn('Europe/Paris', now());
const day = (ahead: number) => addDays(TODAY, ahead);

async function shopWith(conditions: WhoCondition[]) {
  const changes = { who: { conditions }, daysBefore: 3, daysAfter: 7 };
  return occasionShop([occasion(changes)], { publishedAt: `${day(-90)}T12:00:00Z` });
}
const coming = async (shop: { id: number; timeZone: string }) =>
  (await readComingBirthdays(shop, { after: null, before: null }, 30)).members.map(({ id, fits }) => ({
    id,
    fits,
  }));

it('S-55 C62 marks those for whom they don’t hold, each as of their window’s first day', async () => {
  const shop = await shopWith([{ kind: 'last-order', least: null, most: 30 }]);
  const members = [];
  for (const ahead of [10, 20, 25]) members.push(await memberWith(shop, monthDayOf(day(ahead))));
  const [soon, later, never] = members;
  for (const { id } of [soon!, later!]) await bought(shop, id, [day(-20)]);
  expect(await coming(shop)).toEqual([
    { id: soon!.id, fits: true },
    // By then it is 37 days.
    { id: later!.id, fits: false },
    { id: never!.id, fits: false },
  ]);
});

it('marks nobody where it is for everybody, and says nothing while a collection isn’t read', async () => {
  const [all, some] = [
    await shopWith([]),
    await shopWith([{ kind: 'bought', productIds: [], collectionIds: ['77'], withinDays: null }]),
  ];
  const [one, other] = [
    await memberWith(all, monthDayOf(day(5))),
    await memberWith(some, monthDayOf(day(5))),
  ];
  expect(await coming(all)).toEqual([{ id: one.id, fits: true }]);
  expect(await coming(some)).toEqual([{ id: other.id, fits: null }]);
});

it('C155 marks who isn’t new, and lists nobody as new whose orders aren’t counted', async () => {
  const shop = await shopWith([{ kind: 'first-timers' }]);
  const [fresh, unknown] = [
    await memberWith(shop, monthDayOf(day(5))),
    await memberWith(shop, monthDayOf(day(6))),
  ];
  await counted(shop, fresh.id, 1);
  expect((await coming(shop)).map(({ id, fits }) => [id, fits])).toEqual([
    [fresh.id, true],
    [unknown.id, false],
  ]);
});
