// Gives the members of a list what the merchant wants them to have, some at once, from where it stood. Whoever can't be given it, or isn't
// to have it, keeps nobody else.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { bearsOneOf } from '#app/core/members/bears-one-of.ts';
import { isErasedCustomer } from '#app/core/members/erased-customer.ts';
import { survivorOf } from '#app/core/members/survivor-of.ts';
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { asksTags, tagsAllow } from '#app/core/who/who.ts';
import { dayIn } from '#app/core/values/days.ts';
import { lockMembers, type LockedMember } from '#app/db/members/members.server.ts';
import { customerIdsOf } from '#app/db/moments/customer-ids.server.ts';
import { endList, moveList, openList, type OpenList } from '#app/db/moments/moment-lists.server.ts';
import { stoppedNow } from '#app/db/moments/stopped.server.ts';
import { reasonOf } from '#app/db/orders/of-values.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { membersAmong } from '#app/db/who/members-among.server.ts';
import { log } from '#app/log.server.ts';
import { askCustomerTags } from '../members/ask-customer-tags.ts';
import { workApart } from '../orders/work-apart.ts';
import { giveMoments } from './give-moment.ts';
import type { KnownTags } from './give-gifts.ts';

const BATCH = 100;

type Giving = {
  shopId: number;
  domain: string;
  today: string;
  version: number;
  rules: ProgramRules;
  rule: MomentRule;
  list: OpenList;
  at: Date;
};

/** Throws a Failure where tags decide and Shopify can't be asked: it goes on from there. While the program is paused, or the moment is, it waits. */
export async function giveLists(shopId: number, at: Date = now()): Promise<void> {
  for (;;) {
    const program = await shopProgram(pool(), shopId);
    if (!program) return;
    const { number: version, rules } = publishedVersion(program);
    if (rules.paused) return;
    const list = await openList(pool(), shopId, { limit: BATCH, paused: rules.pausedMoments });
    if (!list) return;
    const rule = rules.moments?.find(({ key }) => key === list.momentKey);
    if (rule?.kind !== 'by-hand') {
      await endList(pool(), shopId, list.requestKey, at);
      continue;
    }
    const { domain, timeZone } = program;
    await giveNext({ shopId, domain, today: dayIn(timeZone, at), version, rules, rule, list, at });
  }
}

async function giveNext(giving: Giving): Promise<void> {
  const { shopId, domain, list, at } = giving;
  const tags = await tagsOf(giving);
  let wasStopped = false;
  await workApart(list.next, {
    together: async (some) => {
      const isDone = await withTransaction((client) => giveSome(client, giving, some, tags));
      wasStopped ||= !isDone;
    },
    alone: (memberId, error) => {
      if (!(error instanceof Error)) throw error;
      log.error({ shop: domain, memberId, reason: reasonOf(error) }, 'a member could not be given a moment');
      return Promise.resolve();
    },
  });
  // Paused meanwhile: it goes on from here.
  if (!wasStopped) await moveList(pool(), shopId, list, at);
}

/** Null where no rule asks for them. */
async function tagsOf({ shopId, domain, rules, rule, list }: Giving): Promise<KnownTags | null> {
  if (rules.leftOutTags.length === 0 && !asksTags(rule.who)) return null;
  const customerIds = await customerIdsOf(pool(), shopId, list.next);
  const { tags, failure } = await askCustomerTags(domain, customerIds);
  if (failure) throw failure;
  return tags;
}

/** False where it was paused meanwhile. */
async function giveSome(
  client: PoolClient,
  { shopId, rules, rule, version, list, today, at }: Giving,
  memberIds: readonly string[],
  tags: KnownTags | null,
): Promise<boolean> {
  const stopped = await stoppedNow(client, shopId);
  if (stopped.all || stopped.moments.includes(rule.key)) return false;
  const locked = await lockMembers(client, shopId, { customerIds: [], memberIds }, at);
  const wanted = memberIds.flatMap((id) => survivorOf(byId(locked, id), locked) ?? []);
  const members = [...new Set(wanted)].filter((member) => takesPart(member) && allows(member));
  const ids = members.map(({ id }) => id);
  const among = await membersAmong(client, shopId, rule.who, ids, today);
  const cause = `${rule.key}/${list.requestKey}`;
  const asked = { by: { madeBy: list.madeBy, reason: list.reason, note: null }, hash: list.requestHash };
  const what = { rule, version, cause, on: today, until: today, orderId: null, wordsAlone: false, asked };
  const all = members.filter(({ id }) => among.has(id)).map((member) => ({ member, ...what }));
  await giveMoments(client, shopId, all, { rewards: rules.rewards ?? [], today, at });
  return true;

  /** Of whoever was merged after the tags were asked nothing is known: they have none that leave them out. */
  function allows({ customerId }: LockedMember): boolean {
    const known = tags?.[customerId] ?? [];
    return !bearsOneOf(rules.leftOutTags, known) && tagsAllow(rule.who, known);
  }
}

const byId = (locked: readonly LockedMember[], wanted: string) => locked.find(({ id }) => id === wanted);

const takesPart = ({ blocked, customerId }: LockedMember): boolean =>
  !blocked && !isErasedCustomer(customerId);
