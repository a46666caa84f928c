import type { Delivery } from '#app/core/shop/delivery.ts';
import { pool } from '#app/db/pool.server.ts';
import { recordDelivery } from '#app/db/shop/webhook-deliveries.server.ts';

/** A signed delivery that can't become anything: kept with its reason, so that somebody can ask why. */
export async function refuseDelivery(delivery: Delivery, reason: string): Promise<void> {
  await recordDelivery(pool(), { ...delivery, outcome: 'refused', reason });
}

/** A good delivery that asks for nothing (yet). */
export async function ignoreDelivery(delivery: Delivery, reason: string): Promise<void> {
  await recordDelivery(pool(), { ...delivery, outcome: 'ignored', reason });
}
