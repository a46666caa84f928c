// Makes customers' tags of ours match, one customer a call: what they should be was found when their metafields were written.
import { SYNC_LEASE, withLease } from '#app/db/lease.server.ts';
import { nextWithTags, setTagsTold, type TagsOfMember } from '#app/db/notices/told-tags.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { log } from '#app/log.server.ts';
import { AdminDenied, AdminRefused, AdminThrottled, AdminUnavailable } from '#app/errors.ts';
import { askAdmin, callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { appInstallationId } from '#app/shopify/admin-api/app-installation-id.ts';
import { gid } from '#app/shopify/admin-api/ids.ts';
import { Pacing, type Said } from '#app/shopify/admin-api/pacing.ts';
import { changeTags } from '#app/shopify/notices/change-tags.ts';

type Shop = { id: number; domain: string };

/**
 * Throws Failures; whoever was written by then stays so. One for whom Shopify fails keeps nobody else: they are tried again by the next
 * job. @param stop ends it where it would have to wait for Shopify
 */
export async function writeTags(shop: Shop, stop?: AbortSignal): Promise<void> {
  const pacing = new Pacing(1, stop);
  const failures: AdminUnavailable[] = [];
  let after = '0';
  const writeNext = async () => {
    const member = await nextWithTags(pool(), shop.id, after);
    if (!member) return null;
    const said = await unlessThrottled(writeOne(shop, member));
    if (said instanceof AdminUnavailable) {
      failures.push(said);
      after = member.id;
    }
    return said;
  };
  for (;;) {
    const said = await withLease(SYNC_LEASE, { key: shop.id, domain: shop.domain }, writeNext);
    if (!said) break;
    // Whether that is one customer's or everybody's is told by another question, which throws where Shopify answers nobody.
    if (said instanceof AdminUnavailable) await callAdmin(shop.domain, appInstallationId, {});
    else await pacing.hear(shop.domain, said);
  }
  const [failure] = failures;
  if (failure) throw failure;
}

async function unlessThrottled(writing: Promise<Said>): Promise<Said | AdminUnavailable> {
  try {
    return await writing;
  } catch (error) {
    if (error instanceof AdminUnavailable) return error;
    if (!(error instanceof AdminThrottled)) throw error;
    return { cost: error.cost, throttled: error };
  }
}

/** A tag that Shopify refuses (a customer may have 250) is given up until something changes: asking again would change nothing. */
async function writeOne({ id: shopId, domain }: Shop, member: TagsOfMember): Promise<Said> {
  const { customerId, wanted, told } = member;
  const more = wanted.filter((tag) => !told.includes(tag));
  const fewer = told.filter((tag) => !wanted.includes(tag));
  const id = gid('Customer', customerId);
  const { why, cost } = await changed(domain, { id, more, fewer });
  if (why !== null) log.warn({ shopDomain: domain, memberId: member.id, why }, 'tags were refused');
  await setTagsTold(pool(), shopId, member);
  return { cost };
}

type Change = { id: string; more: readonly string[]; fewer: readonly string[] };

/** `why` Shopify refuses them, in either of its ways. Throws where it refuses everybody's. */
async function changed(domain: string, change: Change): Promise<Said & { why: string | null }> {
  try {
    const { data, cost } = await askAdmin(domain, changeTags, change);
    const [refused] = [...data.tagsAdd.userErrors, ...data.tagsRemove.userErrors];
    return { why: refused?.message ?? null, cost };
  } catch (error) {
    if (!(error instanceof AdminRefused) || error instanceof AdminDenied || error.status !== null)
      throw error;
    return { why: error.message, cost: null };
  }
}
