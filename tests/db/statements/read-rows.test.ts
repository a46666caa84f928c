// Statements about some members read what is theirs, and not all of the shop's: however much or little PostgreSQL knows of
// its tables. Until they are analyzed it takes a shop, or a kind of entry, for a small part of them.
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadLotBooks } from '#app/db/ledger/lots.server.ts';
import { ordersOfMembers } from '#app/db/members/lost-merges.server.ts';
import { memberEntries, memberOrders } from '#app/db/members/member-page.server.ts';
import { lockMembers } from '#app/db/members/members.server.ts';
import { giftsOf } from '#app/db/moments/gifts.server.ts';
import { membersOnDays, sweptMembers } from '#app/db/moments/moments.server.ts';
import { membersAmongOn } from '#app/db/who/members-among.server.ts';
import { stampsOf } from '#app/core/values/units.ts';
import type { Queryable } from '#app/db/pool.server.ts';
import { placeOfShop, shopsBehindMembers, unsyncedMembers } from '#app/db/storefront/sync.server.ts';
import { testDatabase, type TestDatabase } from '#tests/support/database.ts';
import { countingReads } from './read-rows.ts';

const MEMBERS = 4_000;
const ASKED = 40;
const AT = new Date('2026-11-25T10:00:00Z');
const today = '2026-11-25';
const ids = Array.from({ length: ASKED }, (_, index) => String(index + 1));

/** Each member has an order, which brought points and stamps, and had a gift since the tables were analyzed, if they were. */
const FILL = [
  ...['Member', 'MemberCard', 'Order', 'LedgerEntry'].map(
    (table) => `alter table "${table}" set (autovacuum_enabled = false)`,
  ),
  `insert into "Shop" (id, domain, currency, "timeZone", draft, "publishedVersion", "earnsFrom", "reconciledThrough",
     "installedAt") values (1, 'big.myshopify.com', 'EUR', 'Europe/Paris', '{}', 1, now(), now(), now())`,
  `insert into "Member" ("shopId", "customerId", "joinedAt", points, seq, "syncedRev", "stampsUntil", "birthMonth", "birthDay",
     "birthdaySetOn")
   select 1, 9000 + n, '2026-11-20', 20, 3, case when n <= 12 then 0 else 1 end, '2027-09-01', 1 + n % 12, 1 + n % 28,
     '2026-01-01'
   from generate_series(1, ${MEMBERS}) as n`,
  `insert into "MemberCard" ("shopId", "memberId", "cardKey", stamps, size) select 1, id, 'coffee', 10, 5 from "Member"`,
  `insert into "Order" ("shopId", "orderId", revision, "appliedRevision", "programVersion", "memberId", "placedAt", name, shape,
     snapshot)
   select 1, id, 1, 1, 1, id, '2026-11-20T10:00Z', '#1', 4,
     '{"processedAt": "2026-11-20T10:00:00Z", "cancelledAt": null, "name": "#1", "discounts": []}' from "Member"`,
  entries(1, 'points', 'order'),
  entries(2, 'stamps/coffee', 'order'),
];
const GIFTS = entries(3, 'points', 'occasion');

function entries(seq: number, unit: string, kind: string): string {
  return `insert into "LedgerEntry" ("shopId", "memberId", seq, unit, kind, "sourceKey", "orderId", amount, "balanceAfter",
      explanation, "occurredAt", "recordedAt")
    select 1, id, ${seq}, '${unit}', '${kind}', '${kind}/' || id, case when '${kind}' = 'order' then id end, 10, 10,
      '${JSON.stringify({ v: 1, occasion: 'x', kind: 'birthday', year: 2026, date: '2026-11-20' })}', '2026-11-20', now()
    from "Member"`;
}

/** What is asked of a few members; each may read so many rows of each of them. */
const ASKS: Record<string, (db: Queryable) => Promise<unknown>> = {
  'lot books': (db) => {
    const wanted = ids.map((id) => ({ member: { id } as never, unit: stampsOf('coffee') }));
    return loadLotBooks(db, 1, wanted);
  },
  'members to be locked': (db) => lockMembers(db, 1, { customerIds: [], memberIds: ids }, AT),
  'members of a sweep': (db) => sweptMembers(db, 1, ids, today).catch(() => null),
  'members on days of their own': (db) => {
    const who = { conditions: [{ kind: 'ordered' as const, withinDays: 365 }] };
    return membersAmongOn(
      db,
      1,
      who,
      ids.map((memberId) => ({ memberId, day: today })),
    );
  },
  gifts: (db) => giftsOf(db, 1, ids).catch(() => null),
  'members on days': (db) => {
    const days = [{ month: 5, day: 5, cause: 'occasion/x' }];
    return membersOnDays(db, 1, 'birthday', days, { after: '0', limit: 500 });
  },
  'orders of members': (db) => ordersOfMembers(db, 1, ids, new Date('2026-11-01')),
  'entries of a page': (db) => memberEntries(db, 1, '7', null),
  'orders of a page': (db) => memberOrders(db, 1, '7'),
  'a place to sync': (db) => placeOfShop(db, 1, AT),
  'shops behind': (db) => shopsBehindMembers(db, AT),
  'members behind': (db) => unsyncedMembers(db, 1, 12, { at: AT, today }),
};
const ROWS_OF_EACH = 20;

describe.each(['never analyzed', 'analyzed before the first gift', 'analyzed'])('%s', (state) => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await testDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    for (const text of FILL) await client.query(text);
    if (state !== 'never analyzed') await client.query('analyze');
    await client.query(GIFTS);
    if (state === 'analyzed') await client.query('analyze');
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  test.each(['force_custom_plan', 'force_generic_plan'])(
    'under %s nothing reads the whole shop',
    async (mode) => {
      await client.query(`set plan_cache_mode = ${mode}`);
      const read: Record<string, number> = {};
      for (const [name, ask] of Object.entries(ASKS)) {
        const { db, rows } = countingReads(client);
        await ask(db);
        read[name] = rows();
      }
      const most = ASKED * ROWS_OF_EACH;
      expect(Object.entries(read).filter(([, rows]) => rows === 0 || rows > most)).toEqual([]);
    },
  );
});
