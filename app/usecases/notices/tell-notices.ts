// Tells Shopify Flow what members are to be told. Each is marked before Shopify is called, so that a process that dies in between
// tells nobody twice: what was marked and never answered stays unsure, and is told no more. One that is refused holds up no other.
import { now } from '#app/clock.server.ts';
import { NOTICE_KINDS, noticeKind, triggerHandle } from '#app/core/notices/notice-kinds.ts';
import { triggerPayload } from '#app/core/notices/trigger-payload.ts';
import { whenToTell } from '#app/core/notices/when-to-tell.ts';
import { dayIn } from '#app/core/values/days.ts';
import {
  hasDueNotices,
  lockDueNotices,
  readNotices,
  setNotices,
  type Become,
  type DueNotice,
  type NoticeName,
} from '#app/db/notices/notices.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { shopProgram, type ShopProgram } from '#app/db/program/programs.server.ts';
import { AdminRefused, AdminThrottled, Failure } from '#app/errors.ts';
import { appInstallationId } from '#app/shopify/admin-api/app-installation-id.ts';
import { callPatiently } from '#app/shopify/admin-api/call-patiently.ts';
import { receiveFlowTrigger } from '#app/shopify/notices/flow-trigger.ts';
import { noticeLapsing } from './notice-lapsing.ts';

const AT_ONCE = 25;
/** So long an answer is waited for before nobody knows. */
const UNSURE_MS = 10 * 60_000;
const OFFERS = NOTICE_KINDS.filter((kind) => noticeKind(kind).class === 'offer');

/** Safe to run twice and in parallel. Throws a Failure where Shopify can't be told at all: the rest waits. */
export async function tellNotices(shopId: number): Promise<void> {
  const program = await shopProgram(pool(), shopId);
  if (!program) return;
  await noticeLapsing(shopId, program);
  for (;;) {
    // Nobody is marked while Shopify answers nobody: each try of an outage would leave one notice unsure.
    if (!(await hasDueNotices(pool(), shopId, now()))) return;
    await callPatiently(program.domain, appInstallationId, {});
    const { looked, toTell } = await claim(shopId, program);
    for (const [index, notice] of toTell.entries()) {
      try {
        await tell(shopId, program, notice);
      } catch (error) {
        // What wasn't begun goes back; the one that was begun says itself what is known of it.
        await setNotices(pool(), shopId, toTell.slice(index + 1).map(putBack));
        throw error;
      }
    }
    if (looked < AT_ONCE) return;
  }
}

/** Those to be told now, marked; the others are put off, or told nobody. */
function claim(shopId: number, program: ShopProgram): Promise<{ looked: number; toTell: DueNotice[] }> {
  return withTransaction(async (client) => {
    const at = now();
    const names = await lockDueNotices(client, shopId, { at, limit: AT_ONCE });
    const due = await readNotices(client, shopId, names, OFFERS);
    const decided = decideAll(due, program, at);
    await setNotices(
      client,
      shopId,
      decided.map(({ become }) => become),
    );
    return {
      looked: names.length,
      toTell: decided.flatMap(({ notice, become }) => (become.state === 'telling' ? [notice] : [])),
    };
  });
}

type Decided = { notice: DueNotice; become: Become };

/** In their order: what one is told counts for the next one to the same person. */
function decideAll(due: readonly DueNotice[], { timeZone }: ShopProgram, at: Date): Decided[] {
  const offeredAt = new Map<string, Date>();
  return due.map((notice): Decided => {
    const { memberId, kind, cause, toldId } = notice;
    const name: NoticeName = { memberId, kind, cause };
    if (notice.state === 'telling') {
      return { notice, become: { ...name, state: 'unsure', dueAt: null } };
    }
    if (notice.out) return { notice, become: { ...name, state: 'skipped', dueAt: null, why: 'out' } };
    const of = noticeKind(kind).class;
    const lastOfferAt = offeredAt.get(toldId) ?? notice.lastOfferAt;
    const when = whenToTell(of, { at, timeZone, lastOfferAt, lastOrderAt: notice.lastOrderAt });
    if (when > at) return { notice, become: { ...name, state: 'waiting', dueAt: when } };
    if (of === 'offer') offeredAt.set(toldId, at);
    const dueAt = new Date(at.getTime() + UNSURE_MS);
    return { notice, become: { ...name, state: 'telling', dueAt, toldAt: at } };
  });
}

const putBack = ({ memberId, kind, cause }: DueNotice): Become => {
  return { memberId, kind, cause, state: 'waiting', dueAt: now() };
};

async function tell(shopId: number, { domain, timeZone }: ShopProgram, notice: DueNotice): Promise<void> {
  const { memberId, kind, cause } = notice;
  const shop = { today: dayIn(timeZone, now()), link: `https://${domain}/account` };
  const variables = { handle: triggerHandle(kind), payload: triggerPayload(notice, shop) };
  const become = (state: string, why: string | null = null) =>
    setNotices(pool(), shopId, [{ memberId, kind, cause, state, dueAt: null, why }]);
  try {
    const { flowTriggerReceive } = await callPatiently(domain, receiveFlowTrigger, variables);
    const [refused] = flowTriggerReceive?.userErrors ?? [];
    await (refused ? become('refused', refused.message.slice(0, 200)) : become('told'));
  } catch (error) {
    if (error instanceof AdminRefused) return become('refused', error.message.slice(0, 200));
    // It was certainly not carried out.
    if (error instanceof AdminThrottled || isBeforeTheCall(error))
      await setNotices(pool(), shopId, [putBack(notice)]);
    throw error;
  }
}

/** Without a token Shopify wasn't called. */
function isBeforeTheCall(error: unknown): boolean {
  return error instanceof Failure && (error.code === 'needs-reopen' || error.code === 'shop-not-installed');
}
