// What Home and the program's page say that moments gave: birthdays and the list, points and tasks, by the day and by the moment.
import { expect, it } from 'vitest';
import { giftsOfMoments } from '#app/db/figures/gifts-of-moments.server.ts';
import { readHomeFigures } from '#app/db/figures/home.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { occasion } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { bought, counted, momentShop, noon, sweepOn } from '#tests/support/moment-shop.ts';
import { memberWith } from '#tests/support/occasions.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const first = momentRule('nth-order', {
  key: 'first',
  when: { n: 1 },
  offers: [{ kind: 'task', task: 'call', words: 'say hello' }],
});
const second = momentRule('nth-order', { key: 'second', when: { n: 2 } });
const third = momentRule('nth-order', {
  key: 'third',
  offers: [
    { kind: 'points', points: 5 },
    { kind: 'points', points: 6 },
  ],
});

it('each gift counts once, on its day and for its moment; what is still to be chosen doesn’t', async () => {
  const shop = await momentShop([first, second, third], { rules: { occasions: [occasion()] } });
  const { id } = await memberWith(shop, { month: 2, day: 3 });
  await counted(shop, id, 0);
  for (const day of ['2027-02-01', '2027-02-02', '2027-02-03']) {
    await bought(shop, id, [day]);
    await sweepOn(shop, day);
  }
  const days = await giftsOfMoments(pool(), shop, { from: '2027-02-01', to: '2027-02-28' });
  expect(days.map(({ day, key, gifts }) => `${day} ${key} ${gifts}`).sort()).toEqual([
    '2027-02-01 first 1',
    '2027-02-02 second 1',
    '2027-02-03 birthday 1',
  ]);
  const { current } = await readHomeFigures(pool(), shop, 30, noon('2027-02-10'));
  expect(current.gifts).toBe(3);
  const { current: later } = await readHomeFigures(pool(), shop, 30, noon('2027-03-04'));
  expect(later.gifts).toBe(1);
});
