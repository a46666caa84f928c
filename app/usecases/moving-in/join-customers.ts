// The customers of a file's rows, out of all that Shopify has: compared by hashes as they come, and none of them kept.
import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { now } from '#app/clock.server.ts';
import { addressOf } from '#app/core/moving-in/moved-row.ts';
import type { MovingTrouble } from '#app/core/moving-in/moving-step.ts';
import { endJoining, joinRows, type FoundCustomer } from '#app/db/moving-in/moved-rows.server.ts';
import { changeMoving, type MovingFile } from '#app/db/moving-in/moving-in.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import type { ShopProgram } from '#app/db/program/programs.server.ts';
import { AdminRefused, AdminUnavailable } from '#app/errors.ts';
import { bulkState, startBulk } from '#app/shopify/admin-api/bulk-operations.ts';
import { bulkCustomers } from '#app/shopify/moving-in/bulk-customers.ts';
import { customersQuery } from '#app/shopify/moving-in/customers-query.ts';
import { countFile } from './count-file.ts';

const AGAIN_MS = 15_000;
/** Small shops are done within seconds; a larger one is looked at by the bell. */
const LOOKS_MS = [0, 500, 1_000, 2_000, 4_000];
const AT_ONCE = 2_000;

type Shop = { id: number; domain: string; program: ShopProgram };
type FoundFile = { url: string | null; objects: number };

const later = () => new Date(now().getTime() + AGAIN_MS);

export async function joinCustomers(shop: Shop, file: MovingFile): Promise<void> {
  const bulkId = file.bulkId ?? (await askForCustomers(shop, file));
  if (bulkId === null) return;
  for (const pause of LOOKS_MS) {
    await wait(pause);
    const found = await bulkState(shop.domain, bulkId);
    if (found.state === 'failed')
      return fail(shop, file, found.why === 'ACCESS_DENIED' && file.byEmail ? 'no-emails' : 'bulk-failed');
    if (found.state === 'done') return end(shop, file, found);
    await stay(shop, file, bulkId);
  }
}

async function end(shop: Shop, file: MovingFile, { url, objects }: FoundFile): Promise<void> {
  const seen = url === null ? 0 : await joinFile(shop, file, url);
  // A file that ends early would leave somebody unfound without a word.
  if (seen < objects) throw new AdminUnavailable(shop.domain, 'the bulk file lacks customers');
  await withTransaction(async (client) => {
    await endJoining(client, shop.id, file.id);
    await countFile(client, shop, file);
    await changeMoving(client, shop.id, file, { step: 'ready', dueAt: null });
  });
}

/** Null where it is refused, or as many operations run as may. */
async function askForCustomers(shop: Shop, file: MovingFile): Promise<string | null> {
  const bulkId = await startBulk(shop.domain, customersQuery(file.byEmail)).catch((error: unknown) => {
    if (error instanceof AdminRefused) return 'refused' as const;
    throw error;
  });
  if (bulkId === 'refused') {
    await fail(shop, file, file.byEmail ? 'no-emails' : 'bulk-failed');
    return null;
  }
  await stay(shop, file, bulkId);
  return bulkId;
}

/** Hashes are kept no longer than somebody looks for customers. */
async function fail(shop: Shop, file: MovingFile, why: MovingTrouble): Promise<void> {
  await withTransaction(async (client) => {
    await endJoining(client, shop.id, file.id);
    await countFile(client, shop, file);
    await changeMoving(client, shop.id, file, { step: 'failed', why, dueAt: null });
  });
}

async function stay(shop: Shop, file: MovingFile, bulkId: string | null): Promise<void> {
  await changeMoving(pool(), shop.id, file, { step: 'joining', bulkId, dueAt: later() });
}

/** How many customers there were. */
async function joinFile(shop: Shop, file: MovingFile, url: string): Promise<number> {
  let seen = 0;
  let batch: FoundCustomer[] = [];
  for await (const { customerId, email } of bulkCustomers(shop.domain, url)) {
    seen += 1;
    const who = file.byEmail ? hashOf(file.key ?? '', email) : customerId;
    if (who !== null && customerId !== null) batch.push({ who, customerId });
    if (batch.length < AT_ONCE) continue;
    await joinRows(pool(), shop.id, file.id, batch);
    batch = [];
  }
  await joinRows(pool(), shop.id, file.id, batch);
  return seen;
}

/** As the browser makes it. */
function hashOf(key: string, email: string | null): string | null {
  const address = addressOf(email ?? '');
  return address === '' ? null : createHmac('sha256', Buffer.from(key, 'hex')).update(address).digest('hex');
}
