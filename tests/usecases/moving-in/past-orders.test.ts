// Past orders and a file with the same members: whichever comes first, nobody is given the same twice unawares.
import { expect, it, vi } from 'vitest';
import { readMoving } from '#app/usecases/moving-in/read-moving.ts';
import { sayAboutMoving } from '#app/usecases/moving-in/say-about-moving.ts';
import { award, count, day, shopWithPast } from '#tests/support/past-shop.ts';
import { readyFile, sayOrFail } from '#tests/support/moving-file.ts';
import { balance } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

vi.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }));

useDatabase();

const file = [
  { who: '9001', points: 50 },
  { who: '9002', points: 60 },
];

it('S-34 C133 orders from before the file’s day are never given points afterwards; once it is undone they may be', async () => {
  const shop = await shopWithPast(day('2026-02-03', 1_000, '9001'), day('2026-05-09', 2_000, '9003'));
  const id = await readyFile(shop, file);
  expect((await readMoving(shop))!.awardedMembers).toBe(0);
  await sayOrFail(shop, 'apply', id);
  expect(await count(shop)).toMatchObject({ orders: 0, points: 0 });
  expect(await balance(shop, '9001')).toMatchObject({ points: 50 });
  await sayOrFail(shop, 'undo', id);
  expect(await count(shop)).toMatchObject({ orders: 2, points: 30 });
});

it('S-34 C133 where past orders were given points first, the file says of how many members', async () => {
  const shop = await shopWithPast(day('2026-02-03', 1_000, '9001'), day('2026-05-09', 2_000, '9003'));
  await award(shop);
  expect(await balance(shop, '9001')).toMatchObject({ points: 10 });
  const id = await readyFile(shop, file);
  expect(await readMoving(shop)).toMatchObject({ awardedMembers: 1, preview: { ready: 2, awarded: 1 } });
  await sayOrFail(shop, 'apply', id);
  expect(await balance(shop, '9001')).toMatchObject({ points: 60 });
  await sayOrFail(shop, 'undo', id);
  expect(await balance(shop, '9001')).toMatchObject({ points: 10 });
});

it('S-34 while a file is being applied its days give nothing by past orders either', async () => {
  const shop = await shopWithPast(day('2026-02-03', 1_000, '9001'));
  const id = await readyFile(shop, file);
  expect(await sayAboutMoving(shop.id, { do: 'apply', id })).toEqual({ ok: true });
  expect(await count(shop)).toMatchObject({ points: 0 });
});
