// A session key is lost for good, and somebody says so: the tokens under it go, and their merchants are asked to open the app.
import { now } from '#app/clock.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { forgetTokensUnder } from '#app/db/shop/sessions.server.ts';
import { log } from '#app/log.server.ts';
import { readKeyFit } from '#app/shopify/auth/key-fit.server.ts';

/** Throws where no token needs that key, or where it is here. @param id as the log names it; `unnamed` for what names none */
export async function forgetKey(id: string): Promise<void> {
  const { needed } = await readKeyFit();
  if (!needed.includes(id)) {
    throw new Error(
      `No token is locked under ${id}. Locked are those under: ${needed.join(', ') || 'none'}.`,
    );
  }
  const sessions = await forgetTokensUnder(pool(), id === 'unnamed' ? '' : id, now());
  log.warn({ key: id, sessions }, 'the tokens of a lost key were forgotten');
}
