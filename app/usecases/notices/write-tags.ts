// Makes customers' tags of ours match, one customer a call: what they should be was found when their metafields were written.
import { SYNC_LEASE, withLease } from '#app/db/lease.server.ts';
import { nextWithTags, setTagsTold, type TagsOfMember } from '#app/db/notices/told-tags.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { log } from '#app/log.server.ts';
import { AdminThrottled } from '#app/errors.ts';
import { askAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { gid } from '#app/shopify/admin-api/ids.ts';
import { Pacing, type Said } from '#app/shopify/admin-api/pacing.ts';
import { changeTags } from '#app/shopify/notices/change-tags.ts';

type Shop = { id: number; domain: string };

/** Throws Failures; whoever was written by then stays so. @param stop ends it where it would have to wait for Shopify */
export async function writeTags(shop: Shop, stop?: AbortSignal): Promise<void> {
  const pacing = new Pacing(1, stop);
  const writeNext = async () => {
    const member = await nextWithTags(pool(), shop.id);
    return member && unlessThrottled(writeOne(shop, member));
  };
  for (;;) {
    const said = await withLease(SYNC_LEASE, { key: shop.id, domain: shop.domain }, writeNext);
    if (!said) return;
    await pacing.hear(shop.domain, said);
  }
}

async function unlessThrottled(writing: Promise<Said>): Promise<Said> {
  try {
    return await writing;
  } catch (error) {
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
  const { data, cost } = await askAdmin(domain, changeTags, { id, more, fewer });
  const [refused] = [...data.tagsAdd.userErrors, ...data.tagsRemove.userErrors];
  if (refused)
    log.warn({ shopDomain: domain, memberId: member.id, why: refused.message }, 'tags were refused');
  await setTagsTold(pool(), shopId, member);
  return { cost };
}
