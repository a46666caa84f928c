// Tokens under an older key, or under none that is named, are sealed with the newest: so the older can be taken away.
import { config } from '#app/config.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { replaceSeals, sessionsNotUnder, type SealedRow } from '#app/db/shop/sessions.server.ts';
import { WrongSessionKey } from '#app/errors.ts';
import { openTokens, sealTokens } from './session-seals.ts';
import { keyId, type Keyring } from './token-cipher.ts';

const BATCH = 200;

/** Safe beside everybody who reads, refreshes or seals. @returns how many sessions were sealed anew */
export async function resealAll(): Promise<number> {
  const ring = config().sessionKeys;
  let sealed = 0;
  for (let rows = await next(ring, ''); rows.length > 0; rows = await next(ring, rows.at(-1)?.id ?? '')) {
    for (const row of rows) if (await resealOne(row, ring)) sealed += 1;
  }
  return sealed;
}

const next = (ring: Keyring, after: string) => sessionsNotUnder(pool(), keyId(ring[0]), after, BATCH);

async function resealOne(row: SealedRow, ring: Keyring): Promise<boolean> {
  const { id, accessToken, refreshToken } = row;
  try {
    const tokens = openTokens(row, ring);
    if (tokens.current) return false;
    return await replaceSeals(pool(), id, { accessToken, refreshToken }, sealTokens(id, tokens, ring));
  } catch (error) {
    // The check of the keys counts it; another row's key may be here.
    if (error instanceof WrongSessionKey) return false;
    throw error;
  }
}
