// Whether our session keys are those that sealed what stands in the database. Undecided by a single row: one that is damaged
// says nothing of the others.
import { config } from '#app/config.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { countByKey, someUnder } from '#app/db/shop/sessions.server.ts';
import { WrongSessionKey } from '#app/errors.ts';
import { openTokens } from './session-seals.ts';
import { keyId, type Keyring } from './token-cipher.ts';

const UNNAMED = '';
const SAMPLE = 20;

/** Numbers of sessions, and ids of keys. What no key at all could open counts nowhere: it says nothing of ours. */
export type KeyFit = {
  given: string[];
  /** Keys that aren't here; `unnamed` for tokens of earlier releases that no key here opens. */
  needed: string[];
  current: number;
  old: number;
  locked: number;
};

export async function readKeyFit(): Promise<KeyFit> {
  const ring = config().sessionKeys;
  const given = ring.map(keyId);
  const fit: KeyFit = { given, needed: [], current: 0, old: 0, locked: 0 };
  for (const [key, count] of await countByKey(pool())) {
    const found = key === UNNAMED ? await foundUnnamed(ring) : given.includes(key) ? 'open' : 'locked';
    if (key === given[0]) fit.current += count;
    else if (found === 'open') fit.old += count;
    else if (found === 'locked') {
      fit.locked += count;
      fit.needed.push(key === UNNAMED ? 'unnamed' : key);
    }
  }
  return fit;
}

type Found = 'open' | 'locked' | 'void';

async function foundUnnamed(ring: Keyring): Promise<Found> {
  const found = (await someUnder(pool(), UNNAMED, SAMPLE)).map((row) => foundIn(row, ring));
  return found.find((one) => one === 'open') ?? found.find((one) => one === 'locked') ?? 'void';
}

function foundIn(row: Parameters<typeof openTokens>[0], ring: Keyring): Found {
  try {
    const { accessToken, refreshToken } = openTokens(row, ring);
    return (accessToken ?? refreshToken) ? 'open' : 'void';
  } catch (error) {
    if (error instanceof WrongSessionKey) return 'locked';
    throw error;
  }
}

let known = false;

/**
 * Before a shop gets its first token: sealed with a wrong key, it would be lost once the right one is back. Throws
 * WrongSessionKey where there are sealed tokens and our keys open none of them.
 */
export async function keysMustFit(shop: string): Promise<void> {
  if (known) return;
  const { current, old, locked, needed, given } = await readKeyFit();
  known = current + old > 0;
  if (locked > 0 && !known) throw new WrongSessionKey(shop, needed[0] ?? null, given);
}
