// Makes customers' tags of ours match, one customer a call: what they should be was found when their metafields were written.
import { SYNC_LEASE, withLease } from '#app/db/lease.server.ts';
import { nextWithTags, setTagsTold, type TagsOfMember } from '#app/db/notices/told-tags.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { log } from '#app/log.server.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { gid } from '#app/shopify/admin-api/ids.ts';
import { changeTags } from '#app/shopify/notices/change-tags.ts';

type Shop = { id: number; domain: string };

/** Throws Failures; whoever was written by then stays so. */
export async function writeTags(shop: Shop): Promise<void> {
  const writeNext = async () => {
    const member = await nextWithTags(pool(), shop.id);
    if (member) await writeOne(shop, member);
    return member !== null;
  };
  while (await withLease(SYNC_LEASE, { key: shop.id, domain: shop.domain }, writeNext));
}

/** A tag that Shopify refuses (a customer may have 250) is given up until something changes: asking again would change nothing. */
async function writeOne({ id: shopId, domain }: Shop, member: TagsOfMember): Promise<void> {
  const { customerId, wanted, told } = member;
  const more = wanted.filter((tag) => !told.includes(tag));
  const fewer = told.filter((tag) => !wanted.includes(tag));
  const answer = await callAdmin(domain, changeTags, { id: gid('Customer', customerId), more, fewer });
  const [refused] = [...answer.tagsAdd.userErrors, ...answer.tagsRemove.userErrors];
  if (refused)
    log.warn({ shopDomain: domain, memberId: member.id, why: refused.message }, 'tags were refused');
  await setTagsTold(pool(), shopId, member);
}
