// The home page says what is wrong with a shop instead of being what is wrong.
import { expect, test, vi } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { log } from '#app/log.server.ts';
import { readHome } from '#app/usecases/figures/read-home.ts';
import { installedShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

test('a shop whose published rules can’t be read has a home page that says so', async () => {
  const shop = { ...(await installedShop()), timeZone: 'Europe/Paris', currency: 'EUR' };
  expect((await readHome(shop, 30)).health.states.rules).toBe('good');
  await pool().query(
    `insert into "ProgramVersion" select "shopId", 2, '{"shape": 99}', "publishedAt", "publishedBy"
     from "ProgramVersion" where "shopId" = $1`,
    [shop.id],
  );
  await pool().query('update "Shop" set "publishedVersion" = 2 where id = $1', [shop.id]);
  const error = vi.spyOn(log, 'error').mockImplementation(() => undefined);
  const home = await readHome(shop, 30);
  expect(home.health.states.rules).toBe('late');
  expect(home.guide.waiting).toBeNull();
  expect(home.rules.names.en.other).toBe('points');
  expect(error).toHaveBeenCalledOnce();
  error.mockRestore();
});

test('a draft that can’t be read keeps the page from nothing', async () => {
  const shop = { ...(await installedShop()), timeZone: 'Europe/Paris', currency: 'EUR' };
  await pool().query(`update "Shop" set draft = '{}' where id = $1`, [shop.id]);
  const error = vi.spyOn(log, 'error').mockImplementation(() => undefined);
  const { health, guide } = await readHome(shop, 30);
  expect([health.states.rules, guide.waiting]).toEqual(['good', null]);
  error.mockRestore();
});
