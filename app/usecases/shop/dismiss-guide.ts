// The merchant puts the setup guide away, or takes it out again. What it says is read from the shop's state.
import { now } from '#app/clock.server.ts';
import { setGuideDismissed } from '#app/db/figures/home.server.ts';
import { pool } from '#app/db/pool.server.ts';

export async function dismissGuide(shopId: number, dismissed: boolean): Promise<void> {
  await setGuideDismissed(pool(), shopId, dismissed ? now() : null);
}
