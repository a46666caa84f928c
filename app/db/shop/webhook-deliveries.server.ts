// Deliveries that left no order behind: ids, when, what became of them, never a body. Swept after 30 days.
import { Prisma } from '@prisma/client';
import type { Delivery, DeliveryOutcome, PrivacySubject } from '#app/core/shop/delivery.ts';
import { prisma, type Tx } from '../client.server.ts';

export type DeliveryRecord = Delivery & {
  outcome: DeliveryOutcome;
  reason?: string;
  subject?: PrivacySubject;
};

/** The first record of a delivery stays; a repeated one changes nothing. */
export async function recordDelivery(record: DeliveryRecord, tx: Tx = prisma()): Promise<void> {
  await tx.webhookDelivery.createMany({
    data: [{ ...record, reason: record.reason ?? null, subject: record.subject ?? Prisma.DbNull }],
    skipDuplicates: true,
  });
}

/** Privacy requests stay until they are carried out. */
export async function deleteDeliveriesBefore(before: Date): Promise<void> {
  await prisma().webhookDelivery.deleteMany({
    where: { receivedAt: { lt: before }, outcome: { not: 'recorded' } },
  });
}
