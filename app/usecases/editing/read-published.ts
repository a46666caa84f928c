// The published rules for pages that show more than them: what else is known of members and orders is shown all the same.
import { pausesOf, type Pause } from '#app/core/moments/running-moments.ts';
import { firstProgram } from '#app/core/program/first-program.ts';
import { pausedSince } from '#app/core/program/paused.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { UnreadableRules } from '#app/core/program/unreadable-rules.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { log } from '#app/log.server.ts';

export type PublishedRules = {
  /** The first ones, for their words, where the shop's can't be read. */
  rules: ProgramRules;
  unreadable: boolean;
  /** When the pause began that goes on; null while the program runs. */
  pausedSince: Date | null;
  /** The pauses that are over, in days of the shop's calendar, those of the birthday's gift among them. */
  pauses: Pause[];
};

/** Throws when there is no such shop. */
export async function readPublished(shop: { id: number; currency: string }): Promise<PublishedRules> {
  try {
    const program = await shopProgram(pool(), shop.id);
    if (!program) throw new Error(`shop ${shop.id} is missing`);
    const { versions, publishedVersion: number } = program;
    const paused = pausedSince(versions, number);
    const pauses = pausesOf(versions, program.timeZone, 'birthday');
    return { rules: publishedVersion(program).rules, unreadable: false, pausedSince: paused, pauses };
  } catch (err) {
    if (!(err instanceof UnreadableRules)) throw err;
    log.error({ err, shopId: shop.id }, 'stored rules can’t be read');
    return { rules: firstProgram(shop.currency).rules, unreadable: true, pausedSince: null, pauses: [] };
  }
}
