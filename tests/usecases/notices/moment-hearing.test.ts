// What went out of each moment, counted by the causes of its notices.
import { expect, it } from 'vitest';
import { now } from '#app/clock.server.ts';
import { addNotices, setKindsByFlow, setNotices } from '#app/db/notices/notices.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { readMomentHearing } from '#app/usecases/notices/read-hearing.ts';
import { momentShop } from '#tests/support/moment-shop.ts';
import { memberWith } from '#tests/support/occasions.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const DAY_MS = 86_400_000;

it('counts by moment what was sent and refused in 30 days, and nothing of other shops or older', async () => {
  const shop = await momentShop([]);
  const other = await momentShop([]);
  const { id: memberId } = await memberWith(shop);
  await setKindsByFlow(pool(), shop.id, ['gift-given', 'choose-gift']);
  const notice = (kind: 'gift-given' | 'choose-gift' | 'card-full', cause: string) => {
    return { memberId, kind, cause, facts: {} };
  };
  const told = [
    notice('gift-given', 'birthday/2027'),
    notice('choose-gift', 'third/3'),
    notice('choose-gift', 'third/3/reminder'),
    notice('gift-given', 'third/6'),
  ];
  await addNotices(pool(), shop.id, told, now());
  await addNotices(
    pool(),
    shop.id,
    [notice('gift-given', 'third/9')],
    new Date(now().getTime() - 31 * DAY_MS),
  );
  await addNotices(pool(), shop.id, [notice('card-full', 'card/1')], now());
  await setNotices(
    pool(),
    shop.id,
    told.map(({ kind, cause }) => ({
      memberId,
      kind,
      cause,
      state: cause === 'third/6' ? 'refused' : 'told',
    })),
  );
  expect(await readMomentHearing(shop.id)).toEqual({
    flow: ['gift-given', 'choose-gift'],
    heard: { birthday: { sent: 1, refused: 0 }, third: { sent: 2, refused: 1 } },
  });
  expect(await readMomentHearing(other.id)).toEqual({ flow: [], heard: {} });
});
