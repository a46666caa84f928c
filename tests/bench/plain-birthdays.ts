// The baseline of `proxy`: the statements of telling a birthday, through `pg` alone, over as many connections as the app's
// own pool has. A process of its own, as the web is; says in one JSON line how long it took.
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import pg from 'pg';
import { birthdaysOf, BY_SHOPPER, setBirthdays } from '#app/db/moments/birthdays.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { giftsOf } from '#app/db/moments/gifts.server.ts';
import { lockMembers } from '#app/db/members/members.server.ts';
import { shopProgram } from '#app/db/program/programs.server.ts';
import { countProxyCall } from '#app/db/storefront/proxy-calls.server.ts';

const CONNECTIONS = 10;

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
  await client.connect();
  return client;
}

async function tell(client: pg.Client, domain: string, customerId: string): Promise<void> {
  const at = new Date();
  const shop = await countProxyCall(client, domain, customerId, at);
  if (!shop?.counted) throw new Error(`${domain} is not installed`);
  await shopProgram(client, shop.id);
  await client.query('begin');
  const customerIds = [customerId];
  const [member] = await lockMembers(client, shop.id, { customerIds, memberIds: [] }, at);
  if (!member) throw new Error('no member');
  await birthdaysOf(client, shop.id, [member.id]);
  const birthday = { month: 5, day: 4, year: null, setOn: at.toISOString().slice(0, 10) };
  const request = { requestKey: customerId, requestHash: '', madeBy: BY_SHOPPER, reason: null };
  await setBirthdays(client, shop.id, [{ memberId: member.id, birthday, ...request }], at);
  await enqueue(client, 'sync_members', { shopId: shop.id });
  await enqueue(client, 'sweep_occasions', { shopId: shop.id });
  await giftsOf(client, shop.id, [member.id]);
  await client.query('commit');
}

const [domains = '', first = '0', count = '0'] = process.argv.slice(2);
const shops = domains.split(',');
const clients = await Promise.all(Array.from({ length: CONNECTIONS }, connect));
// One iterator for all: each takes the next.
const left = Array.from({ length: Number(count) }, (_, index) => index).values();
const start = performance.now();
await Promise.all(
  clients.map(async (client) => {
    for (const index of left) {
      await tell(client, shops[index % shops.length] ?? '', String(Number(first) + index));
    }
  }),
);
const seconds = (performance.now() - start) / 1_000;
await Promise.all(clients.map((client) => client.end()));
process.stdout.write(`${JSON.stringify({ seconds })}\n`);
