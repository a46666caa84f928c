// Records of deliveries are kept for 30 days; privacy requests until they are carried out.
import { now } from '#app/clock.server.ts';
import { deleteDeliveriesBefore } from '#app/db/webhook-deliveries.server.ts';

const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

export async function sweepDeliveries(): Promise<void> {
  await deleteDeliveriesBefore(new Date(now().getTime() - KEPT_MS));
}
