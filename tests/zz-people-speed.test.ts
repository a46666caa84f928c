import { test } from 'vitest';
import { memberPage, findMembers } from '#app/db/member-list.server.ts';
import { memberDetail, memberEntries, memberOrders } from '#app/db/member-page.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { installedShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';
useDatabase();
test('speed', async () => {
  const shop = await installedShop();
  const q = (t: string) => pool().query(t);
  await q(`insert into "Member" ("shopId","customerId","joinedAt", points, seq) select ${shop.id}, 7300000000000+g, now(), 0, 1 from generate_series(1, 300000) g`);
  await q(`insert into "Order" ("shopId","orderId", snapshot, "memberId", "appliedRevision") select ${shop.id}, 5000000000+g, jsonb_build_object('name', '#'||g, 'processedAt','2026-11-21T10:00:00Z'), (select min(id) from "Member")+g-1, 1 from generate_series(1, 300000) g`);
  await q('analyze');
  const { lockMembers } = await import('#app/db/members.server.ts');
  const { lockPerson } = await import('#app/db/erasure.server.ts');
  const time = async (name: string, f: () => Promise<unknown>) => { const t: number[] = []; for (let i = 0; i < 5; i++) { const s = performance.now(); await f(); t.push(performance.now() - s); } console.info(name, t.map((x) => x.toFixed(1)).join(' ')); };
  const { rows } = await q('select min(id)::text as a, (min(id)+150000)::text as b from "Member"');
  const { a, b } = rows[0] as { a: string; b: string };
  for (const f of ['all', 'full', 'owing', 'pending', 'left-out'] as const) {
    await time(f, () => memberPage(pool(), shop.id, f, null));
    await time(f + ' after', () => memberPage(pool(), shop.id, f, { side: 'after', id: b }));
    await time(f + ' before', () => memberPage(pool(), shop.id, f, { side: 'before', id: b }));
  }
  for (const t of ['7300000150000', '#150000', '150000', 'nobody']) await time('find ' + t, () => findMembers(pool(), shop.id, t));
  const ids = Array.from({ length: 100 }, (_, i) => String(7300000000000 + 2000 * (i + 1)));
  await time('lock 100', () => lockMembers(pool(), shop.id, { customerIds: ids, memberIds: [] }, new Date()));
  await time('lock person', () => lockPerson(pool(), shop.id, ids[5]!));
  await time('detail', () => memberDetail(pool(), shop.id, a));
  await time('entries', () => memberEntries(pool(), shop.id, a, null));
  await time('orders', () => memberOrders(pool(), shop.id, a));
}, 120_000);
