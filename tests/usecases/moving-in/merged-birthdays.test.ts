// A file is taken back after two of its members, or one of them and somebody who told their own birthday, were made one: what the file told
// goes, and nobody's own word.
import { describe, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { setBirthday } from '#app/usecases/moments/set-birthday.ts';
import { readyFile, sayOrFail } from '#tests/support/moving-file.ts';
import { nextId } from '#tests/support/factories.ts';
import { merge } from '#tests/support/people.ts';
import { installedShop, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const [MAY, JUNE] = [
  { month: 5, day: 3, year: null },
  { month: 6, day: 4, year: null },
];

async function bornOn(shop: TestShop, customerId: string): Promise<string | null> {
  const { rows } = await pool().query<{ born: string | null }>(
    `select "birthMonth" || '/' || "birthDay" as born from "Member" where "shopId" = $1 and "customerId" = $2`,
    [shop.id, customerId],
  );
  return rows[0]?.born ?? null;
}

const tells = (shop: TestShop, customerId: string, date: typeof MAY) =>
  setBirthday(shop.id, { customerId }, date, { kind: 'shopper' }, `told-${nextId()}`, new Date());

async function applied(shop: TestShop, born: Record<string, typeof MAY | null>): Promise<string> {
  const rows = Object.entries(born).map(([who, birthday]) => ({ who, points: 0, birthday }));
  const id = await readyFile(shop, rows);
  await sayOrFail(shop, 'apply', id);
  return id;
}

describe('C136 C36 a file that told birthdays is taken back after a merge', () => {
  it('leaves the kept one’s own date, whatever the file told of the other', async () => {
    const shop = await installedShop();
    const [kept, gone] = [nextId(), nextId()];
    await tells(shop, kept, MAY);
    const id = await applied(shop, { [gone]: JUNE });
    await merge(shop, kept, gone);
    await sayOrFail(shop, 'undo', id);
    expect(await bornOn(shop, kept)).toBe('5/3');
  });

  it('leaves it also where the file told the same of the other', async () => {
    const shop = await installedShop();
    const [kept, gone] = [nextId(), nextId()];
    await tells(shop, kept, MAY);
    const id = await applied(shop, { [gone]: MAY });
    await merge(shop, kept, gone);
    await sayOrFail(shop, 'undo', id);
    expect(await bornOn(shop, kept)).toBe('5/3');
  });

  it('takes the date away that the other had of it', async () => {
    const shop = await installedShop();
    const [kept, gone] = [nextId(), nextId()];
    const id = await applied(shop, { [kept]: null, [gone]: JUNE });
    await merge(shop, kept, gone);
    expect(await bornOn(shop, kept)).toBe('6/4');
    await sayOrFail(shop, 'undo', id);
    expect(await bornOn(shop, kept)).toBeNull();
  });

  it('takes it away where it told one of both', async () => {
    const shop = await installedShop();
    const [kept, gone] = [nextId(), nextId()];
    const id = await applied(shop, { [kept]: MAY, [gone]: JUNE });
    await merge(shop, kept, gone);
    await sayOrFail(shop, 'undo', id);
    expect(await bornOn(shop, kept)).toBeNull();
  });
});
