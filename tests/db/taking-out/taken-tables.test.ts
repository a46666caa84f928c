// What is taken out against all that is stored, and its pages against the rows themselves.
import { describe, expect, it } from 'vitest';
import { TAKEN_NAMES } from '#app/core/taking-out/taken-names.ts';
import { pool } from '#app/db/pool.server.ts';
import { TABLES } from '#app/db/shop/tables.ts';
import { NOT_TAKEN } from '#app/db/taking-out/not-taken.ts';
import {
  countTaken,
  takenLines,
  takenSheet,
  type TakenSheet,
} from '#app/db/taking-out/taken-pages.server.ts';
import { TAKEN_TABLES } from '#app/db/taking-out/taken-tables.server.ts';
import { fullShop } from '#tests/support/full-shop.ts';
import { merge, redact } from '#tests/support/people.ts';
import { installedShop } from '#tests/support/shops.ts';
import { rowsOfShop, TABLE_NAMES } from '#tests/support/rows-of-tables.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

type Line = Record<string, unknown>;

async function linesOf(shopId: number, name: (typeof TAKEN_NAMES)[number]): Promise<Line[]> {
  const found: Line[] = [];
  for await (const lines of takenLines(pool(), shopId, name)) {
    found.push(...lines.map((line) => JSON.parse(line) as Line));
  }
  return found;
}

async function cellsOf({ pages }: TakenSheet): Promise<(readonly (string | null)[])[]> {
  const found: (readonly (string | null)[])[] = [];
  for await (const rows of pages) found.push(...rows);
  return found;
}

describe('the list of what is taken out', () => {
  it('has every table of ours, or says why not, and none twice', () => {
    const taken = new Set(TAKEN_TABLES.map(({ table }) => table));
    const told = [...taken, ...Object.keys(NOT_TAKEN)];
    expect(told.toSorted()).toEqual(TABLE_NAMES);
  });

  it('has of a person’s lists those that are promised', () => {
    const lists = TAKEN_TABLES.flatMap(({ name, inPerson }) => (inPerson === undefined ? [] : [name]));
    const promised = Object.values(TABLES).flatMap(({ person }) =>
      person?.exported ? [person.exported] : [],
    );
    expect(lists.toSorted()).toEqual(promised.toSorted());
  });

  it('calls each by its name', () => {
    expect(TAKEN_TABLES.map(({ name }) => name)).toEqual(TAKEN_NAMES);
  });
});

describe('what is taken out', () => {
  it('C62 is every row of the shop once, in both forms, and nobody else’s', async () => {
    const shop = await fullShop();
    const other = await fullShop();
    const [kept, gone] = shop.people;
    await merge(shop, kept.customerId, gone.customerId);
    for (const { name, table } of TAKEN_TABLES) {
      const lines = await linesOf(shop.id, name);
      const sheet = await takenSheet(pool(), shop.id, name);
      const cells = await cellsOf(sheet);
      expect(cells, name).toHaveLength(lines.length);
      expect(new Set(cells.map((row) => row.length)), name).toEqual(new Set([sheet.columns.length]));
      if (table !== 'Member') expect(lines, name).toHaveLength((await rowsOfShop(shop, table)).length);
      expect(new Set(lines.map(({ of }) => of)), name).toEqual(new Set([name]));
      const theirs = other.people.map(({ customerId }) => customerId);
      expect(lines.filter(({ customerId }) => theirs.includes(String(customerId)))).toEqual([]);
    }
    const all = [...(await linesOf(shop.id, 'members')), ...(await linesOf(shop.id, 'formerMembers'))];
    expect(all.map(({ memberId }) => memberId).toSorted()).toEqual(
      shop.people.map(({ memberId }) => memberId).toSorted(),
    );
  });

  it('C36 C63 a merged member is told with the survivor, an erased one without a customer', async () => {
    const shop = await fullShop();
    const [kept, gone] = shop.people;
    await merge(shop, kept.customerId, gone.customerId);
    expect(await linesOf(shop.id, 'formerMembers')).toMatchObject([
      { memberId: gone.memberId, customerId: gone.customerId, mergedInto: kept.memberId },
    ]);
    await redact(shop, kept.customerId);
    expect(await linesOf(shop.id, 'members')).toEqual([]);
    const everything = (await Promise.all(TAKEN_NAMES.map((name) => linesOf(shop.id, name)))).flat();
    const words = JSON.stringify(everything);
    for (const { customerId } of shop.people) expect(words).not.toContain(customerId);
  });

  it('goes on where a page ended, within a member and between them', async () => {
    const shop = await fullShop();
    const [kept, gone] = shop.people;
    // More than fit a page: of one member, and of the next.
    for (const { memberId } of [kept, gone]) {
      await pool().query(
        `insert into "LedgerEntry" ("shopId", "memberId", seq, unit, kind, "sourceKey", amount, "balanceAfter", explanation,
           "occurredAt", "recordedAt")
         select $1, $2, 100 + n, 'points', 'adjustment', 'many/' || n, 1, n, '{"v":1}', now(), now()
         from generate_series(1, 4321) as n`,
        [shop.id, memberId],
      );
      await pool().query('update "Member" set points = points + 4321, seq = 4421 where id = $1', [memberId]);
    }
    const lines = await linesOf(shop.id, 'entries');
    const { rows } = await pool().query<{ place: string }>(
      `select "memberId" || '/' || seq as place from "LedgerEntry" where "shopId" = $1 order by "memberId", seq`,
      [shop.id],
    );
    expect(lines.map(({ memberId, seq }) => `${String(memberId)}/${String(seq)}`)).toEqual(
      rows.map(({ place }) => place),
    );
  });

  it('has everybody once, however many they are', async () => {
    const shop = await installedShop();
    // Ids of three and of four digits, and more than one page of either.
    await pool().query(
      `insert into "Member" ("shopId", "customerId", "joinedAt")
       select $1, 5000 + n, now() from generate_series(1, 2600) as n`,
      [shop.id],
    );
    const { rows } = await pool().query<{ id: string }>(
      'select m.id::text from "Member" m where m."shopId" = $1 order by m.id',
      [shop.id],
    );
    const lines = await linesOf(shop.id, 'members');
    expect(lines.map(({ memberId }) => memberId)).toEqual(rows.map(({ id }) => id));
  });

  it('counts what is counted quickly, and no further than asked', async () => {
    const shop = await fullShop();
    const counts = await countTaken(pool(), shop.id, 10_001);
    expect(counts).toMatchObject({ members: 2, versions: 1 });
    expect(counts.entries).toBe((await rowsOfShop(shop, 'LedgerEntry')).length);
    expect((await countTaken(pool(), shop.id, 5)).entries).toBe(5);
  });
});
