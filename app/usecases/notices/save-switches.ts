// Keeps by which ways customers hear; members are written again in the background.
import { z } from 'zod';
import { MEMBER_NUMBERS } from '#app/core/notices/member-numbers.ts';
import { MEMBER_TAGS } from '#app/core/notices/member-tags.ts';
import { NOTICE_KINDS } from '#app/core/notices/notice-kinds.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { setKindsByFlow } from '#app/db/notices/notices.server.ts';
import { setToldSwitches } from '#app/db/notices/told-switches.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';

const wanted = z.object({
  flow: z.array(z.enum(NOTICE_KINDS)),
  numbers: z.array(z.enum(MEMBER_NUMBERS)),
  tags: z.array(z.enum(MEMBER_TAGS)),
});

export type SaveSwitchesResult = { ok: true } | { ok: false; reason: 'invalid' };

/** @param sent as it came from the page */
export async function saveSwitches(shopId: number, sent: unknown): Promise<SaveSwitchesResult> {
  const read = wanted.safeParse(sent);
  if (!read.success) return { ok: false, reason: 'invalid' };
  const numbers = MEMBER_NUMBERS.filter((key) => read.data.numbers.includes(key));
  const tags = MEMBER_TAGS.filter((tag) => read.data.tags.includes(tag));
  const flow = NOTICE_KINDS.filter((kind) => read.data.flow.includes(kind));
  await withTransaction(async (client) => {
    // Members before notices, as whoever tells these locks them.
    const changed = await setToldSwitches(client, shopId, { numbers, tags });
    await setKindsByFlow(client, shopId, flow);
    if (changed) await enqueue(client, 'sync_members', { shopId });
  });
  return { ok: true };
}
