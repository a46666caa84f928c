// Gives the members of a list what the merchant wants them to have, some at once, from where it stood. Whoever can't be given it, or isn't
// to have it, keeps nobody else.
import { now } from '#app/clock.server.ts';
import { asksTags } from '#app/core/who/who.ts';
import { dayIn } from '#app/core/values/days.ts';
import { customerIdsOf } from '#app/db/moments/customer-ids.server.ts';
import { endList, moveList, openList } from '#app/db/moments/moment-lists.server.ts';
import { reasonOf } from '#app/db/orders/of-values.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { log } from '#app/log.server.ts';
import { askCustomerTags } from '../members/ask-customer-tags.ts';
import { waitingRules } from '../who/waiting-rules.ts';
import { workApart } from '../orders/work-apart.ts';
import type { KnownTags } from './give-gifts.ts';
import { giveSomeOfList, type ListGiving } from './give-some-of-list.ts';

const BATCH = 100;

/** Throws a Failure where tags decide and Shopify can't be asked: it goes on from there. While the program is paused, or the moment is, or waits for a collection, it waits. */
export async function giveLists(shopId: number, at: Date = now(), batch = BATCH): Promise<void> {
  for (;;) {
    const program = await shopProgram(pool(), shopId);
    if (!program) return;
    const { number: version, rules } = publishedVersion(program);
    if (rules.paused) return;
    const waiting = await waitingRules(pool(), shopId, rules.moments ?? []);
    const paused = [...(rules.pausedMoments ?? []), ...waiting.keys];
    const list = await openList(pool(), shopId, { limit: batch, paused });
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

async function giveNext(giving: ListGiving): Promise<void> {
  const { shopId, domain, list, at } = giving;
  const tags = await tagsOf(giving);
  let had = 0;
  let isReplaced = false;
  await workApart(list.next, {
    together: async (some) => {
      const ofThem = await withTransaction((client) => giveSomeOfList(client, giving, some, tags));
      isReplaced ||= ofThem === null;
      had += ofThem ?? 0;
    },
    alone: (memberId, error) => {
      if (!(error instanceof Error)) throw error;
      log.error({ shop: domain, memberId, reason: reasonOf(error) }, 'a member could not be given a moment');
      return Promise.resolve();
    },
  });
  // Another version is published by now: it goes on from here by that one.
  if (!isReplaced) await moveList(pool(), shopId, { ...list, had }, at);
}

/** Null where no rule asks for them. */
async function tagsOf({ shopId, domain, rules, rule, list }: ListGiving): Promise<KnownTags | null> {
  if (rules.leftOutTags.length === 0 && !asksTags(rule.who)) return null;
  const customerIds = await customerIdsOf(pool(), shopId, list.next);
  const { tags, failure } = await askCustomerTags(domain, customerIds);
  if (failure) throw failure;
  return tags;
}
