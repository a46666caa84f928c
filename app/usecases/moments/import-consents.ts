// Who says yes to the shop's newsletter, as Shopify tells of customers that changed, and of those who became members since: asked only
// where the program thanks for it. What members said before the moment ran brings nothing.
import type { z } from 'zod';
import { now } from '#app/clock.server.ts';
import { runningRules } from '#app/core/moments/running-rules.ts';
import { dayIn, startOfDay } from '#app/core/values/days.ts';
import {
  consentsReadTo,
  moveConsentsReading,
  newMembers,
  saveConsents,
  type Consent,
} from '#app/db/moments/consents.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { shopProgram } from '#app/db/program/programs.server.ts';
import { AdminRefused } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { askByIds } from '#app/shopify/admin-api/ask-by-ids.ts';
import { callPatiently } from '#app/shopify/admin-api/call-patiently.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import { consentsOf, consentsUpdated } from '#app/shopify/moments/consents.ts';

/** Shopify's search index runs behind its customers by seconds: look back a little further than the mark. */
const OVERLAP_MS = 5 * 60_000;

type Reading = { shopId: number; domain: string; timeZone: string; at: Date };
type Page = Awaited<ReturnType<typeof askPage>>;
type Told = z.infer<typeof consentsOf.result>['nodes'][number];

/** Shopify's limit of one `nodes` query. */
const MOST_IDS = 250;

/** Throws a Failure when Shopify can't be asked. Where it lets nobody read consents, nobody is thanked, and the log says so. */
export async function importConsents(shopId: number, at: Date = now()): Promise<void> {
  const program = await shopProgram(pool(), shopId);
  const mark = await consentsReadTo(pool(), shopId);
  if (!program || !mark) return;
  const { domain, timeZone } = program;
  const running = runningRules(program.versions, program.publishedVersion, timeZone);
  const began = running.flatMap(({ rule, since }) => (rule.kind === 'newsletter' ? [since] : [])).sort()[0];
  if (began === undefined) return;
  const from = mark.readTo ?? startOfDay(timeZone, began);
  try {
    const [reading, since] = [{ shopId, domain, timeZone, at }, new Date(from.getTime() - OVERLAP_MS)];
    // First: the mark moves while customers that changed are read.
    await askNewMembers(reading, since);
    await readFrom(reading, since);
  } catch (error) {
    if (!(error instanceof AdminRefused)) throw error;
    log.warn({ shop: domain, err: error }, 'consents to the newsletter could not be read');
    return;
  }
  await moveConsentsReading(pool(), shopId, at);
}

const askPage = (domain: string, query: string, after: string | null) =>
  callPatiently(domain, consentsUpdated, { query, after });

/** They may have said yes as customers, long before. */
async function askNewMembers(reading: Reading, since: Date): Promise<void> {
  for (let after = { at: since, id: '0' }; ;) {
    const members = await newMembers(pool(), reading.shopId, after, MOST_IDS);
    const last = members.at(-1);
    if (!last) return;
    const ids = members.map(({ customerId }) => gid('Customer', customerId));
    const take = ({ nodes }: { nodes: Told[] }) => save(reading, nodes);
    const failure = await askByIds(reading.domain, consentsOf, ids, { mostIds: MOST_IDS, take });
    if (failure) throw failure;
    after = { at: last.joinedAt, id: last.id };
  }
}

async function readFrom(reading: Reading, from: Date): Promise<void> {
  const query = `updated_at:>='${from.toISOString()}'`;
  for (let after: string | null = null; ;) {
    const page: Page = await askPage(reading.domain, query, after);
    const { nodes, pageInfo } = page.customers;
    await save(reading, nodes);
    const last = nodes.at(-1);
    if (!pageInfo.hasNextPage || !last) return;
    await moveConsentsReading(pool(), reading.shopId, new Date(last.updatedAt));
    after = pageInfo.endCursor;
  }
}

async function save({ shopId, timeZone, at }: Reading, nodes: readonly Told[]): Promise<void> {
  const consents = nodes.flatMap((node): Consent[] => {
    const customerId = node?.id ? digitsOfGid(node.id) : null;
    const told = node?.emailMarketingConsent;
    if (!customerId || told?.marketingState !== 'SUBSCRIBED') return [];
    const since = told.consentUpdatedAt ?? node?.updatedAt;
    return [{ customerId, on: dayIn(timeZone, since ? new Date(since) : at) }];
  });
  if (consents.length === 0) return;
  await withTransaction(async (client) => {
    const marked = await saveConsents(client, shopId, consents, dayIn(timeZone, at));
    if (marked > 0) await enqueue(client, 'sweep_occasions', { shopId });
  });
}
