// One notice that was marked: Shopify Flow is sent it, and what is known of it then is kept.
import { now } from '#app/clock.server.ts';
import { triggerHandle } from '#app/core/notices/notice-kinds.ts';
import { triggerPayload } from '#app/core/notices/trigger-payload.ts';
import { dayIn } from '#app/core/values/days.ts';
import { putBackNotices, setNotices, type DueNotice } from '#app/db/notices/notices.server.ts';
import { pool } from '#app/db/pool.server.ts';
import type { ShopProgram } from '#app/db/program/programs.server.ts';
import { AdminRefused, AdminThrottled, AdminUnasked, Failure, type Cost } from '#app/errors.ts';
import { askPatiently } from '#app/shopify/admin-api/call-patiently.ts';
import { receiveFlowTrigger } from '#app/shopify/notices/flow-trigger.ts';

/** Throws a Failure where nothing is known, or nothing was sent. @returns what the call cost; null where Shopify doesn't say */
export async function tellNotice(
  shopId: number,
  { domain, timeZone }: ShopProgram,
  notice: DueNotice,
): Promise<Cost | null> {
  const { memberId, kind, cause } = notice;
  const shop = { today: dayIn(timeZone, now()), link: `https://${domain}/account` };
  const variables = { handle: triggerHandle(kind), payload: triggerPayload(notice, shop) };
  const become = (state: string, why: string | null = null) =>
    setNotices(pool(), shopId, [{ memberId, kind, cause, state, dueAt: null, why }]);
  try {
    const { data, cost } = await askPatiently(domain, receiveFlowTrigger, variables);
    if (!data.flowTriggerReceive) {
      // Neither yes nor no.
      await become('unsure');
      return cost;
    }
    const [refused] = data.flowTriggerReceive.userErrors;
    await (refused ? become('refused', refused.message.slice(0, 200)) : become('told'));
    return cost;
  } catch (error) {
    if (error instanceof AdminRefused) {
      await become('refused', error.message.slice(0, 200));
      return null;
    }
    if (error instanceof AdminThrottled || isBeforeTheCall(error))
      await putBackNotices(pool(), shopId, [notice], now());
    throw error;
  }
}

const WITHOUT_TOKEN = ['needs-reopen', 'shop-not-installed', 'wrong-session-key'];

/** Shopify wasn't asked, or didn't look. */
function isBeforeTheCall(error: unknown): boolean {
  return error instanceof AdminUnasked || (error instanceof Failure && WITHOUT_TOKEN.includes(error.code));
}
