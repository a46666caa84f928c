// Waiting between calls: how long, for how long in a row, and until somebody says stop.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AdminThrottled, type Cost } from '#app/errors.ts';
import { Pacing } from '#app/shopify/admin-api/pacing.ts';

const DOMAIN = 'bakery.myshopify.com';
const EMPTY: Cost = { requested: 10, available: 0, capacity: 2_000, restoreRate: 100 };
const throttled = (waitMs: number) => new AdminThrottled(DOMAIN, waitMs, EMPTY);

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

describe('Pacing', () => {
  it('tells how many calls the last answer pays for', async () => {
    const pacing = new Pacing(8);
    expect(pacing.calls).toBe(1);
    await pacing.hear(DOMAIN, { cost: { ...EMPTY, available: 1_050 } });
    expect(pacing.calls).toBe(5);
    await pacing.hear(DOMAIN, { cost: null });
    expect(pacing.calls).toBe(1);
  });

  it('hands a refusal on once it would wait for longer than fifteen seconds in a row', async () => {
    const late = throttled(15_001);
    await expect(new Pacing(8).hear(DOMAIN, { cost: EMPTY, throttled: late })).rejects.toBe(late);
  });

  it('a call that is answered begins the reckoning anew', async () => {
    const pacing = new Pacing(8);
    const plenty = { ...EMPTY, available: 2_000 };
    await pacing.hear(DOMAIN, { cost: plenty, throttled: throttled(1) });
    await pacing.hear(DOMAIN, { cost: plenty });
    const late = throttled(15_000);
    const stop = AbortSignal.abort();
    // It would be waited for, were it not stopped.
    await expect(new Pacing(8, stop).hear(DOMAIN, { cost: EMPTY, throttled: late })).rejects.toBe(late);
    await expect(pacing.hear(DOMAIN, { cost: EMPTY, throttled: throttled(15_001) })).rejects.toThrow(
      AdminThrottled,
    );
  });

  it('told to stop, it waits no longer and says for how long it would have', async () => {
    const stop = new AbortController();
    const waiting = new Pacing(8, stop.signal).hear(DOMAIN, { cost: EMPTY });
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'admin-throttled', waitMs: 118 });
  });
});
