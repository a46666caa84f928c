// Says whether SESSION_KEY opens what is in the database: at each start, and each hour after what an older key sealed was
// sealed anew.
import { log } from '#app/log.server.ts';
import { readKeyFit } from '#app/shopify/auth/key-fit.server.ts';

/** @returns whether they are the database's: some tokens may still need a key that is lost */
export async function checkSessionKeys(): Promise<boolean> {
  const { locked, ...fit } = await readKeyFit();
  if (locked > 0) {
    log.error(
      { ...fit, locked },
      'SESSION_KEY does not open the tokens of the database; they stay untouched',
    );
  } else log.info(fit, 'session keys open every token');
  return locked === 0 || fit.current + fit.old > 0;
}
