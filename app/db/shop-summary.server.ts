// What the home page says of a shop.
import { programRules, type ProgramRules } from '#app/core/program-rules.ts';
import { prisma } from './client.server.ts';

export type ShopSummary = {
  rules: ProgramRules;
  members: number;
  /** What orders gave, less what their refunds took back. */
  pointsGiven: bigint;
};

export async function shopSummary(shopId: number, publishedVersion: number): Promise<ShopSummary> {
  const [version, members, given] = await Promise.all([
    prisma().programVersion.findUniqueOrThrow({
      where: { shopId_number: { shopId, number: publishedVersion } },
    }),
    prisma().member.count({ where: { shopId } }),
    prisma().ledgerEntry.aggregate({
      where: { shopId, unit: 'points', orderId: { not: null } },
      _sum: { amount: true },
    }),
  ]);
  return { rules: programRules.parse(version.rules), members, pointsGiven: given._sum.amount ?? 0n };
}
