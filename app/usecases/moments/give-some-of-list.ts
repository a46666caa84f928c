// Some members of a list by hand, in one transaction: who is to have it is decided anew under their locks.
import type { PoolClient } from 'pg';
import { bearsOneOf } from '#app/core/members/bears-one-of.ts';
import { isErasedCustomer } from '#app/core/members/erased-customer.ts';
import { survivorOf } from '#app/core/members/survivor-of.ts';
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { tagsAllow } from '#app/core/who/who.ts';
import { lockMembers, type LockedMember } from '#app/db/members/members.server.ts';
import { hadBefore } from '#app/db/moments/had-moment.server.ts';
import type { OpenList } from '#app/db/moments/moment-lists.server.ts';
import { versionInForce } from '#app/db/moments/version-in-force.server.ts';
import { membersAmong } from '#app/db/who/members-among.server.ts';
import type { KnownTags } from './give-gifts.ts';
import { giveMoments } from './give-moment.ts';

export type ListGiving = {
  shopId: number;
  domain: string;
  today: string;
  version: number;
  rules: ProgramRules;
  rule: MomentRule;
  list: OpenList;
  at: Date;
};

/**
 * How many of them had it before, and aren't given it again; null where another version was published meanwhile. Of one that this list
 * gave already, and that is looked at once more, that isn't said.
 */
export async function giveSomeOfList(
  client: PoolClient,
  { shopId, rules, rule, version, list, today, at }: ListGiving,
  memberIds: readonly string[],
  tags: KnownTags | null,
): Promise<number | null> {
  if ((await versionInForce(client, shopId)) !== version) return null;
  const locked = await lockMembers(client, shopId, { customerIds: [], memberIds }, at);
  const wanted = memberIds.flatMap((id) => survivorOf(byId(locked, id), locked) ?? []);
  const members = [...new Set(wanted)].filter((member) => takesPart(member) && allows(member));
  const ids = members.map(({ id }) => id);
  const among = await membersAmong(client, shopId, rule.who, ids, today);
  const cause = `${rule.key}/${list.requestKey}`;
  const meant = members.filter(({ id }) => among.has(id));
  const had = list.again
    ? NOBODY
    : await hadBefore(client, shopId, [...among], { momentKey: rule.key, cause });
  const asked = { by: { madeBy: list.madeBy, reason: list.reason, note: null }, hash: list.requestHash };
  const what = { rule, version, cause, on: today, until: today, orderId: null, wordsAlone: false, asked };
  const all = meant.filter(({ id }) => !had.has(id)).map((member) => ({ member, ...what }));
  await giveMoments(client, shopId, all, { rewards: rules.rewards ?? [], today, at });
  return wanted.filter(({ id }) => had.has(id)).length;

  /** Of whoever was merged after the tags were asked nothing is known: they have none that leave them out. */
  function allows({ customerId }: LockedMember): boolean {
    const known = tags?.[customerId] ?? [];
    return !bearsOneOf(rules.leftOutTags, known) && tagsAllow(rule.who, known);
  }
}

const NOBODY: ReadonlySet<string> = new Set();

const byId = (locked: readonly LockedMember[], wanted: string) => locked.find(({ id }) => id === wanted);

const takesPart = ({ blocked, customerId }: LockedMember): boolean =>
  !blocked && !isErasedCustomer(customerId);
