// An order that can't be applied or read waits alone, and whoever runs the app is told once.
import { now } from '#app/clock.server.ts';
import type { SetAsideStep } from '#app/core/orders/set-aside.ts';
import { reasonOf } from '#app/db/orders/of-values.server.ts';
import { setAside } from '#app/db/orders/set-aside.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { log } from '#app/log.server.ts';

type OrderName = { orderId: string; revision: number };

export async function setOrderAside(
  shopId: number,
  { orderId, revision }: OrderName,
  step: SetAsideStep,
  error: unknown,
): Promise<void> {
  const reason = reasonOf(error);
  const tries = await setAside(pool(), shopId, { orderId, step, revision, reason }, now());
  const said = { shopId, orderId, step, reason, tries };
  if (tries === 1) log.error(said, 'an order was set aside');
  else log.info(said, 'an order stays set aside');
}
