// What Shopify refuses of a member says nothing about why: a customer is gone only where Shopify, asked, has none. Any
// other refusal is that member's alone, and is tried again.
import { now } from '#app/clock.server.ts';
import { askAgainAt, tryAgainAt } from '#app/core/storefront/next-try.ts';
import { pool } from '#app/db/pool.server.ts';
import {
  markGone,
  markRefused,
  refusalsOf,
  type RefusedMember,
} from '#app/db/storefront/refused-members.server.ts';
import { AdminRefused, AdminUnavailable } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { askCustomersThere } from './ask-customers-there.ts';

/** @returns how many of them are refused though, as far as Shopify says, their customer is there. */
export async function noteRefused(
  shop: { id: number; domain: string },
  refused: readonly RefusedMember[],
): Promise<number> {
  if (refused.length === 0) return 0;
  const there = await thereAmong(shop.domain, refused);
  const at = now();
  const gone = refused.filter(({ customerId }) => !there.has(customerId));
  const ids = gone.map(({ id }) => id);
  await markGone(pool(), shop.id, ids, { at, tryAt: askAgainAt(at) });
  const others = refused.filter(({ customerId }) => there.has(customerId));
  const known = await refusalsOf(
    pool(),
    shop.id,
    others.map(({ id }) => id),
  );
  for (const member of others) {
    const refusals = (known.get(member.id) ?? 0) + 1;
    await markRefused(pool(), shop.id, member, { at, refusals, tryAt: tryAgainAt(refusals, at) });
  }
  const codes = [...new Set(others.map(({ code }) => code))];
  log.warn(
    { shopDomain: shop.domain, gone: gone.length, refused: others.length, codes },
    'members were refused',
  );
  return others.length;
}

/** Nobody is gone where Shopify won't say: they are refused, and keep nobody else. */
async function thereAmong(
  shopDomain: string,
  refused: readonly RefusedMember[],
): Promise<ReadonlySet<string>> {
  try {
    return await askCustomersThere(shopDomain, refused);
  } catch (error) {
    if (!(error instanceof AdminRefused || error instanceof AdminUnavailable)) throw error;
    log.warn({ err: error, shopDomain }, 'Shopify would not say whether customers are there');
    return new Set(refused.map(({ customerId }) => customerId));
  }
}
