// Each hour: no token stays under an older session key, so that this key can be taken away.
import { log } from '#app/log.server.ts';
import { resealAll } from '#app/shopify/auth/reseal-sessions.server.ts';
import { checkSessionKeys } from './check-session-keys.ts';

/** Safe to run twice and in parallel. */
export async function resealSessions(): Promise<void> {
  const sealed = await resealAll();
  if (sealed > 0) log.info({ sessions: sealed }, 'tokens were sealed with the newest session key');
  await checkSessionKeys();
}
