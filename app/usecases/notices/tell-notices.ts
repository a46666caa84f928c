// Tells Shopify Flow what members are to be told. Each is marked before Shopify is called, so that a process that dies in between
// tells nobody twice: what was marked and never answered stays unsure, and is told no more. One that is refused holds up no other. As
// many are told at once as the shop's bucket holds: an answer takes a tenth of a second, and a large shop's bucket holds many.
import { now } from '#app/clock.server.ts';
import { hasDueNotices, putBackNotices, type DueNotice } from '#app/db/notices/notices.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { shopProgram, type ShopProgram } from '#app/db/program/programs.server.ts';
import { appInstallationId } from '#app/shopify/admin-api/app-installation-id.ts';
import { callPatiently } from '#app/shopify/admin-api/call-patiently.ts';
import { callsAtOnce } from '#app/shopify/admin-api/calls-at-once.ts';
import { sideBySide } from './side-by-side.ts';
import { claimNotices, CLAIMED_AT_ONCE } from './claim-notices.ts';
import { noticeLapsing } from './notice-lapsing.ts';
import { tellNotice } from './tell-notice.ts';

/** So many may stay unsure when Shopify goes away in the middle. */
const MOST_CALLS = 10;

/** Safe to run twice and in parallel. Throws a Failure where Shopify can't be told at all: the rest waits. */
export async function tellNotices(shopId: number): Promise<void> {
  const program = await shopProgram(pool(), shopId);
  if (!program) return;
  await noticeLapsing(shopId, program);
  const pace: Pace = { calls: 1, answers: false };
  for (;;) {
    if (!(await hasDueNotices(pool(), shopId, now()))) return;
    // Nobody is marked while Shopify answers nobody: each try of an outage would leave one notice unsure.
    if (!pace.answers) await callPatiently(program.domain, appInstallationId, {});
    const { looked, toTell } = await claimNotices(shopId, program);
    await tellAll(shopId, program, toTell, pace);
    if (looked < CLAIMED_AT_ONCE) return;
  }
}

/** How many calls at once, by the last answer; whether there was one. */
type Pace = { calls: number; answers: boolean };

async function tellAll(
  shopId: number,
  program: ShopProgram,
  toTell: readonly DueNotice[],
  pace: Pace,
): Promise<void> {
  pace.answers = false;
  const tell = async (notice: DueNotice) => {
    const cost = await tellNotice(shopId, program, notice);
    pace.calls = callsAtOnce(cost, MOST_CALLS);
    pace.answers = true;
  };
  // Each says itself what is known of it, also where another one fails.
  const { left, failure } = await sideBySide(toTell, { work: tell, atOnce: () => pace.calls });
  if (failure === null) return;
  pace.answers = false;
  // What wasn't begun goes back.
  await putBackNotices(pool(), shopId, left, now());
  throw failure;
}
