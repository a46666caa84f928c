// Gives what moments bring. It looks at every window since the last sweep, so that no outage loses a
// gift, and decides under the member's lock by the ledger itself, so that no repetition gives one twice.
import { now } from '#app/clock.server.ts';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { daysToLookAt } from '#app/core/moments/days-to-look-at.ts';
import { momentsOf } from '#app/core/moments/moments-of.ts';
import { runningMoments } from '#app/core/moments/running-moments.ts';
import { runningRules } from '#app/core/moments/running-rules.ts';
import { firstDayToSweep } from '#app/core/moments/due-gifts.ts';
import { membersDue } from '#app/db/moments/members-due.server.ts';
import { membersOnDays, membersToLookAtAgain } from '#app/db/moments/moments.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { sweepMark } from '#app/db/moments/sweep-mark.server.ts';
import { reasonOf } from '#app/db/orders/of-values.server.ts';
import { log } from '#app/log.server.ts';
import { entriesWritten } from '#app/metrics/work-metrics.server.ts';
import { endSweep } from './end-sweep.ts';
import { giveGifts, type KnownTags, type Sweep } from './give-gifts.ts';
import { dueOf, isDue, needsTags, readSwept } from './read-swept.ts';
import { askCustomerTags } from '../members/ask-customer-tags.ts';
import { waitingRules } from '../who/waiting-rules.ts';
import { workApart } from '../orders/work-apart.ts';

/** Members read at once, and those of one transaction. */
const PAGE = 500;
const BATCH = 100;

/**
 * Safe to run twice and in parallel. Where the rules leave customers out by tag and Shopify can't be asked, nobody of whom
 * it isn't known is given anything, and the Failure is thrown: those are looked at again. So is who can't be given
 * anything because of what is stored of them; that keeps nobody else. Where a version is published meanwhile it begins anew by that.
 */
export async function sweepMoments(shopId: number, at: Date = now()): Promise<void> {
  for (let isDone = false; !isDone;) isDone = await sweepByVersion(shopId, at);
}

type Sweeping = Sweep & {
  /** Once another version is published: nothing more is given by this one. */
  isReplaced: boolean;
};

/** False where another version was published on the way. */
async function sweepByVersion(shopId: number, at: Date): Promise<boolean> {
  const program = await shopProgram(pool(), shopId);
  const mark = await sweepMark(pool(), shopId);
  if (!program || !mark) return true;
  const { domain, timeZone, versions, publishedVersion: number } = program;
  const today = dayIn(timeZone, at);
  const published = publishedVersion(program).rules;
  const { leftOutTags, paused, rewards = [] } = published;
  const moments = momentsOf(published);
  // Nothing is looked at: what was due before the pause and isn't given yet comes after it.
  if (paused) return true;
  const waiting = await waitingRules(pool(), shopId, moments);
  const version = [versions, number, timeZone] as const;
  const running = runningMoments(...version).filter(({ occasion }) => !waiting.keys.has(occasion.kind));
  const rules = runningRules(...version).filter(({ rule }) => !waiting.keys.has(rule.key));
  const days = { ...mark, today };
  const asked = { shopId, domain, timeZone, version: number, days, at };
  const sweep = { ...asked, running, rules, rewards, leftOutTags, isReplaced: false };
  let failure = await throughPages(sweep, (page) => membersToLookAtAgain(pool(), shopId, page));
  // Also where all that there is goes into parcels: a day that nobody has to look at is looked at, too.
  const runs = moments.length > 0;
  if (runs && (mark.sweptThrough === null || mark.sweptThrough < today)) {
    for (const find of findersOf(sweep)) failure = (await throughPages(sweep, find)) ?? failure;
    // What waits for a collection that is read soon is swept with that day.
    const swept = { today, publishedVersion: number, moments, leftOut: waiting.keys };
    if (!failure && !waiting.isSoon) await endSweep(shopId, swept);
  }
  if (sweep.isReplaced) return false;
  if (failure) throw failure;
  return true;
}

/** Of each moment: whom it may bring something. What happened on a day after its sweep is seen on the next. */
function findersOf({ shopId, running, rules, days }: Sweep): Find[] {
  const since = { from: addDays(firstDayToSweep(days), -1), today: days.today };
  return [
    ...running.map(({ occasion }): Find => {
      const dates = daysToLookAt(occasion, days);
      return (page) => membersOnDays(pool(), shopId, occasion.kind, dates, page);
    }),
    ...rules.map(
      ({ rule }): Find =>
        (page) =>
          membersDue(pool(), shopId, rule, since, page),
    ),
  ];
}

type Find = (page: { after: string; limit: number }) => Promise<string[]>;

async function throughPages(sweep: Sweeping, find: Find): Promise<Error | undefined> {
  let failure: Error | undefined;
  for (let after = '0'; ;) {
    const memberIds = await find({ after, limit: PAGE });
    const last = memberIds.at(-1);
    if (last === undefined || sweep.isReplaced) return failure;
    failure = (await sweepPage(sweep, memberIds)) ?? failure;
    if (memberIds.length < PAGE) return failure;
    after = last;
  }
}

/** Tags are asked before anything is locked, and only of members who are due something. */
async function sweepPage(sweep: Sweeping, memberIds: readonly string[]): Promise<Error | undefined> {
  const { domain } = sweep;
  const members = await readSwept(pool(), sweep, memberIds);
  const due = members.filter((member) => isDue(dueOf(member, sweep)));
  const toDecide = members.filter((each) => each.lookFrom !== null || due.includes(each)).map(({ id }) => id);
  const asked = due.filter((member) => needsTags(dueOf(member, sweep), sweep));
  const customerIds = asked.map(({ customerId }) => customerId);
  const { tags, failure: unasked } = await askCustomerTags(domain, customerIds);
  let failure: Error | undefined = unasked;
  for (let start = 0; start < toDecide.length && !sweep.isReplaced; start += BATCH) {
    const batch = toDecide.slice(start, start + BATCH);
    failure = (await giveApart(sweep, batch, tags)) ?? failure;
  }
  return failure;
}

/** Who can't be given anything is looked at again, alone. */
async function giveApart(
  sweep: Sweeping,
  memberIds: readonly string[],
  tags: KnownTags,
): Promise<Error | undefined> {
  let failure: Error | undefined;
  const alone = (memberId: string, error: unknown) => {
    if (!(error instanceof Error)) throw error;
    failure = error;
    const said = { shop: sweep.domain, memberId, reason: reasonOf(error) };
    log.error(said, 'a member could not be given what is due');
    return Promise.resolve();
  };
  const together = async (some: readonly string[]) => {
    const given = await withTransaction((client) => giveGifts(client, sweep, some, tags));
    sweep.isReplaced ||= given === null;
    entriesWritten.inc({ by: 'gifts' }, given ?? 0);
  };
  await workApart(memberIds, { together, alone });
  return failure;
}
