// What one member does many times at once is done in turn, within a process: whoever waits for the member's row holds a connection,
// and others need those.

const lasts = new Map<string, Promise<unknown>>();

/** Runs `work` when everything that was asked for the key before has ended, whatever came of it. */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = lasts.get(key);
  const mine = before ? before.then(work, work) : work();
  lasts.set(key, mine);
  try {
    return await mine;
  } finally {
    if (lasts.get(key) === mine) lasts.delete(key);
  }
}
