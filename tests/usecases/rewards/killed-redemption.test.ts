// C07: whoever redeems is killed after each statement of the transaction in turn, the commit among them, and the answer is lost.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterEach, expect, it, vi } from 'vitest';
import { books, memberWith, rewardShop, tap } from '#tests/support/rewards.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();
afterEach(() => void vi.restoreAllMocks());

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/** Cuts the connection right after the `nth` statement of a transaction. Returns whether there were as many. */
function killAfter(nth: number): () => boolean {
  const query = Reflect.get(pg.Client.prototype, 'query') as Query;
  let asked = 0;
  let isIn = false;
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const answer = Reflect.apply(query, this, args);
    if (String(args[0]).startsWith('begin')) isIn = true;
    if (!isIn || !(answer instanceof Promise)) return answer as never;
    asked += 1;
    if (asked !== nth) return answer as never;
    return answer.then(() => {
      (this as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
      throw new Error('killed');
    }) as never;
  });
  return () => asked >= nth;
}

it('C07 leaves all of it or nothing, and the same tap is done once', { timeout: 60_000 }, async () => {
  const seen = new Set<number>();
  for (let nth = 1; ; nth += 1) {
    const shop = await rewardShop();
    const customerId = await memberWith(shop, 100);
    const requestKey = randomUUID();
    const wasKilled = killAfter(nth);
    const lost = await tap(shop, customerId, { requestKey }).catch(() => null);
    const killed = wasKilled();
    vi.restoreAllMocks();
    if (!killed) {
      expect(lost).toMatchObject({ ok: true });
      break;
    }
    const half = await books(shop, customerId);
    const done = half.vouchers.length;
    seen.add(done);
    const whole = {
      points: 100 - 100 * done,
      vouchers: Array<string>(done).fill('held'),
      gifts: Array<string>(done).fill('given'),
      codes: Array<string>(done).fill('taken'),
      entries: Array<number>(done).fill(-100),
    };
    expect(half, `after statement ${nth}`).toEqual(whole);
    expect(await tap(shop, customerId, { requestKey })).toMatchObject({ ok: true, points: 0 });
    expect((await books(shop, customerId)).vouchers).toEqual(['held']);
  }
  expect([...seen]).toEqual([0, 1]);
});
