// How the database stands, measured once for all who ask within ten seconds, and by one process at a time; never waited for
// longer than operators wait.
import { withTimeout } from '#app/bare-http/with-timeout.ts';
import { now } from '#app/clock.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { readAllStates, type AllStates } from '#app/db/upkeep/all-states.server.ts';
import { log } from '#app/log.server.ts';

export type Measured = { up: boolean; states: AllStates | null };

const KEPT_MS = 10_000;
/** Another process is at it: what was true a moment ago is better than nothing. */
const MOST_KEPT_MS = 60_000;
const ANSWER_MS = 1_600;

let last: { states: AllStates; atMs: number } | undefined;
let measuring: Promise<Measured> | undefined;

/** Within two seconds, whatever the database does; what hangs is asked only once. */
export async function measureStates(): Promise<Measured> {
  if (last && now().getTime() - last.atMs < KEPT_MS) return { up: true, states: last.states };
  measuring ??= measure().finally(() => (measuring = undefined));
  try {
    return await withTimeout(ANSWER_MS, measuring);
  } catch (err) {
    log.warn({ err }, 'how the database stands could not be measured');
    return { up: false, states: null };
  }
}

async function measure(): Promise<Measured> {
  const at = now();
  try {
    const states = await withTransaction((client) => readAllStates(client, at));
    if (states) last = { states, atMs: at.getTime() };
    return { up: true, states: states ?? knownAt(at) };
  } catch (error) {
    // It answers, but has more in some state than it can count in time.
    if (isGivenUp(error)) return { up: true, states: null };
    throw error;
  }
}

function knownAt(at: Date): AllStates | null {
  return last && at.getTime() - last.atMs < MOST_KEPT_MS ? last.states : null;
}

/** PostgreSQL ended the statement because of its time limit. */
const isGivenUp = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '57014';
