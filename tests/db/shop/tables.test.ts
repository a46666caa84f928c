// The list of tables against the database's own catalogue, and each of its promises carried out.
import { describe, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { TABLES } from '#app/db/shop/tables.ts';
import { exportCustomerData } from '#app/usecases/members/export-customer-data.ts';
import { recordPrivacyRequest } from '#app/usecases/members/record-privacy-request.ts';
import { eraseShop } from '#app/usecases/shop/erase-shop.ts';
import { fillShop, fullShop, ORDER_NAME, SECRETS, type FullShop } from '#tests/support/full-shop.ts';
import { delivery, merge, redact, uninstall } from '#tests/support/people.ts';
import {
  countsOfPerson,
  PEOPLE,
  rowsOfPerson,
  rowsOfShop,
  TABLE_NAMES,
} from '#tests/support/rows-of-tables.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

async function names(text: string, values: unknown[] = []): Promise<string[]> {
  return (await pool().query<{ name: string }>(text, values)).rows.map(({ name }) => name);
}

/** Tables that end with a row of `root`, over any number of foreign keys that cascade. */
const CASCADING = `with recursive tied as (
    select c.oid from pg_class c where c.relname = $1 and c.relnamespace = 'public'::regnamespace
    union
    select k.conrelid from tied t join pg_constraint k on k.confrelid = t.oid and k.contype = 'f' and k.confdeltype = 'c'
  )
  select c.relname as name from tied t join pg_class c on c.oid = t.oid where c.relname <> $1 order by 1`;

const wipedBy = (how: string) => TABLE_NAMES.filter((table) => TABLES[table]?.wiped === how);

describe('the list of tables', () => {
  it('names every table of the database, and no other', async () => {
    const known = await names(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_name <> '_prisma_migrations'`,
    );
    expect(TABLE_NAMES).toEqual(known.sort());
  });

  it('calls every table with a column or a key of a customer one about people', async () => {
    const found = await names(
      `select distinct table_name as name from information_schema.columns
       where table_schema = 'public' and (column_name ~* 'member_?id|customer_?id' or column_name in ('orderId', 'subject'))
       union select conrelid::regclass::text from pg_constraint
       where contype = 'f' and confrelid in ('"Member"'::regclass, '"LedgerEntry"'::regclass, '"Order"'::regclass)`,
    );
    const people = PEOPLE.map(({ table }) => table);
    expect(found.map((name) => name.replaceAll('"', '')).filter((name) => !people.includes(name))).toEqual(
      [],
    );
  });

  it('says truly how each goes with its shop', async () => {
    expect(wipedBy('cascade')).toEqual((await names(CASCADING, ['Shop'])).sort());
    const [trigger = ''] = await names(
      `select pg_get_functiondef(oid) as name from pg_proc where proname = 'delete_rows_of_shop'`,
    );
    expect([...trigger.matchAll(/DELETE FROM "(\w+)"/g)].map(([, table]) => table).sort()).toEqual(
      wipedBy('trigger'),
    );
  });
});

async function expectFull(shop: FullShop): Promise<void> {
  const tombstones = wipedBy('tombstone');
  for (const table of TABLE_NAMES) {
    if (!tombstones.includes(table)) expect(await rowsOfShop(shop, table), table).not.toEqual([]);
  }
  for (const person of shop.people) {
    for (const [table, count] of Object.entries(await countsOfPerson(person))) {
      expect(count, table).toBeGreaterThan(0);
    }
  }
}

describe('what the list promises', () => {
  it('C36 a merge moves rows to the survivor, leaves them with the merged member, or ends them', async () => {
    const shop = await fullShop();
    await expectFull(shop);
    const [kept, gone] = shop.people;
    const before = { kept: await countsOfPerson(kept), gone: await countsOfPerson(gone) };
    await merge(shop, kept.customerId, gone.customerId);
    const after = { kept: await countsOfPerson(kept), gone: await countsOfPerson(gone) };
    for (const { table, merge: how } of PEOPLE) {
      const both = before.kept[table]! + before.gone[table]!;
      if (how === 'move') expect([after.gone[table], after.kept[table]], table).toEqual([0, both]);
      else if (how === 'end') expect(after.gone[table], table).toBe(0);
      else expect(after.gone[table], table).toBeGreaterThanOrEqual(before.gone[table]!);
    }
  });

  it('C63 the export shows the rows of the person and of those merged into them', async () => {
    const shop = await fullShop();
    const [kept, gone] = shop.people;
    await merge(shop, kept.customerId, gone.customerId);
    const counts = { kept: await countsOfPerson(kept), gone: await countsOfPerson(gone) };
    const {
      shop: _,
      customerId: __,
      madeAt: ___,
      ...lists
    } = await exportCustomerData(shop, kept.customerId);
    const promised = PEOPLE.flatMap(({ table, exported }) =>
      exported === null ? [] : [{ table, exported }],
    );
    expect(Object.keys(lists).sort()).toEqual(promised.map(({ exported }) => exported).sort());
    for (const { table, exported } of promised) {
      const list = (lists as Record<string, unknown[]>)[exported];
      expect(list, exported).toHaveLength(counts.kept[table]! + counts.gone[table]!);
    }
  });

  it('C63 an erasure leaves no rows, or none that lead to the person', async () => {
    const shop = await fullShop();
    const [kept, gone] = shop.people;
    await merge(shop, kept.customerId, gone.customerId);
    // Both copies are handed out: requests that wait for the merchant are finished.
    for (const { customerId } of shop.people) await exportCustomerData(shop, customerId);
    await redact(shop, kept.customerId);
    const secrets = [...SECRETS, kept.customerId, gone.customerId];
    for (const { table, rows, erase } of PEOPLE) {
      const left = await rowsOfPerson(kept, rows, table);
      if (erase === 'go') expect(left, table).toEqual([]);
      else expect(left, table).not.toEqual([]);
    }
    for (const table of TABLE_NAMES) {
      if (TABLES[table]?.person?.erase === 'stay-for-a-while') continue;
      const words = (await rowsOfShop(shop, table)).join('\n');
      expect(
        secrets.filter((secret) => words.includes(secret)),
        table,
      ).toEqual([]);
    }
    expect((await rowsOfShop(shop, 'Order')).join('\n')).not.toContain(ORDER_NAME);
  });

  it('C63 C62 erasing the shop leaves nothing of it, and everything of another', async () => {
    const [shop, other] = [await fullShop(), await fullShop()];
    const everything = async (of: FullShop) => {
      return Promise.all(TABLE_NAMES.map(async (table) => [table, await rowsOfShop(of, table)] as const));
    };
    const untouched = await everything(other);
    await uninstall(shop, '13:00');
    const asked = delivery(shop, 'shop/redact', '14:00');
    await recordPrivacyRequest(asked, { customerId: null, orderIds: [] });
    // Uninstalling has taken some of these already: they are here again, as if written by a job that came late.
    await fillShop(shop);
    await eraseShop(shop.id);
    for (const [table, rows] of await everything(shop)) {
      // The delivery that asked for it is the proof, and goes after its thirty days; the tombstone names it too.
      expect(
        rows.filter((row) => !row.includes(asked.webhookId)),
        table,
      ).toEqual([]);
    }
    expect(await everything(other)).toEqual(untouched);
  });
});
