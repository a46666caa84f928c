// Looks through a list of customers that a merchant pasted, before a moment is given to them by hand. Stores nothing.
import { now } from '#app/clock.server.ts';
import type { LookedList } from '#app/core/moments/looked-list.ts';
import { dayIn } from '#app/core/values/days.ts';
import { listedMembers } from '#app/db/moments/listed-members.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { membersAmong } from '#app/db/who/members-among.server.ts';
import { Failure } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { readPublished } from '../editing/read-published.ts';
import { waitingFor } from '../who/waiting-rules.ts';
import { findByEmail } from './find-by-email.ts';

type ShopOfHand = { id: number; domain: string; timeZone: string; currency: string };
type Pasted = { momentKey: string; customerIds: readonly string[]; emails: readonly string[] };

export async function lookAtList(shop: ShopOfHand, pasted: Pasted): Promise<LookedList> {
  const { rules } = await readPublished(shop);
  const rule = rules.moments?.find(({ key }) => key === pasted.momentKey);
  if (rule?.kind !== 'by-hand') return { ok: false, reason: 'no-moment' };
  const waiting = await waitingFor(pool(), shop.id, rule.who);
  if (waiting.length > 0) return { ok: false, reason: 'collection' };
  const byEmail = await emailsOf(shop.domain, pasted.emails);
  if (typeof byEmail === 'string') return { ok: false, reason: byEmail };
  const entries = [
    ...pasted.customerIds.map((id) => ({ typed: id, customerId: id })),
    ...pasted.emails.map((email) => ({ typed: email, customerId: byEmail.get(email) ?? null })),
  ];
  const customerIds = entries.flatMap(({ customerId }) => customerId ?? []);
  const known = await listedMembers(pool(), shop.id, customerIds, rule.key);
  const byCustomer = new Map(known.map((one) => [one.customerId, one]));
  const found = entries.flatMap(({ customerId }) => byCustomer.get(customerId ?? '') ?? []);
  const members = [...new Map(found.map((one) => [one.memberId, one])).values()];
  const part = members.filter(({ takesPart }) => takesPart);
  const ids = part.map(({ memberId }) => memberId);
  const among = await membersAmong(pool(), shop.id, rule.who, ids, dayIn(shop.timeZone, now()));
  const meant = part.filter(({ memberId }) => among.has(memberId));
  return {
    ok: true,
    fresh: meant.filter(({ had }) => !had).map(({ memberId }) => memberId),
    had: meant.filter(({ had }) => had).map(({ memberId }) => memberId),
    twice: found.length - members.length,
    out: members.length - part.length,
    others: part.length - meant.length,
    notFound: entries.filter(({ customerId }) => !byCustomer.has(customerId ?? '')).map(({ typed }) => typed),
  };
}

async function emailsOf(
  shopDomain: string,
  emails: readonly string[],
): Promise<ReadonlyMap<string, string> | 'no-emails' | 'failed'> {
  try {
    return (await findByEmail(shopDomain, emails)) ?? 'no-emails';
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    log.info({ shopDomain, code: error.code }, 'customers of a list could not be found by email');
    return 'failed';
  }
}
