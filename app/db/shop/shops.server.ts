// Shops: the tenants.
import { Prisma, type Shop } from '@prisma/client';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { forgetCardDiscounts } from '../discounts/card-discounts.server.ts';
import { prisma, type Tx } from '../client.server.ts';

export async function findShop(domain: string): Promise<Shop | null> {
  return prisma().shop.findUnique({ where: { domain } });
}

/** Locks the shop until the transaction ends. */
export async function lockShop(tx: Tx, domain: string): Promise<Shop | null> {
  await tx.$queryRaw`select 1 from "Shop" where domain = ${domain} for update`;
  return tx.shop.findUnique({ where: { domain } });
}

export type NewShop = {
  domain: string;
  currency: string;
  /** IANA name. */
  timeZone: string;
  rules: ProgramRules;
  draft: ProgramRules;
  /** Cut to the second. */
  earnsFrom: Date;
  installedAt: Date;
};

/** @returns the new shop's id, or null where the shop exists: of two parallel first visits one creates it. */
export async function createShop(tx: Tx, shop: NewShop): Promise<number | null> {
  const created = await tx.shop.createManyAndReturn({
    data: [
      {
        domain: shop.domain,
        currency: shop.currency,
        timeZone: shop.timeZone,
        draft: shop.draft,
        publishedVersion: 1,
        earnsFrom: shop.earnsFrom,
        reconciledThrough: shop.installedAt,
        installedAt: shop.installedAt,
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  const id = created[0]?.id;
  if (id === undefined) return null;
  const rules = shop.rules as Prisma.InputJsonObject;
  await tx.programVersion.create({
    data: { shopId: id, number: 1, rules, publishedAt: shop.earnsFrom, publishedBy: 'install' },
  });
  return id;
}

/** The shop is back: nothing of what Shopify shows can be trusted any more, so everything is synced anew. */
export async function reviveShop(tx: Tx, shopId: number, timeZone: string, installedAt: Date): Promise<Shop> {
  await tx.member.updateMany({
    where: { shopId, mergedIntoId: null, erasedAt: null },
    data: { syncedRev: 0, goneAt: null },
  });
  await forgetCardDiscounts(tx, shopId);
  const before = await tx.shop.findUniqueOrThrow({ where: { id: shopId }, select: { timeZone: true } });
  const shop = await tx.shop.update({
    where: { id: shopId },
    data: { timeZone, installedAt, uninstalledAt: null, needsReopenSince: null, syncedVersion: 0 },
  });
  if (before.timeZone !== timeZone) await rebuildFigures(tx, shopId);
  return shop;
}

/** Days begin elsewhere now. The shop and all of its members are locked here, so no entry comes in between. */
async function rebuildFigures(tx: Tx, shopId: number): Promise<void> {
  await tx.$executeRaw`delete from "DailyFigure" where "shopId" = ${shopId}`;
  await tx.$executeRaw`insert into "DailyFigure" ("shopId", day, kind, amount)
    select "shopId", day, kind, amount from "figures_of_entries"(${shopId}::int)`;
}

export async function markUninstalled(tx: Tx, shopId: number, uninstalledAt: Date): Promise<void> {
  await tx.shop.updateMany({ where: { id: shopId, uninstalledAt: null }, data: { uninstalledAt } });
}

/** Sessions are keyed by Shopify's storage, so they carry the domain. */
export async function deleteSessions(tx: Tx, domain: string): Promise<void> {
  await tx.session.deleteMany({ where: { shop: domain } });
}

export async function setSessionScope(tx: Tx, domain: string, scope: string): Promise<void> {
  await tx.session.updateMany({ where: { shop: domain }, data: { scope } });
}

/** Shopify gives tokens only to an app that is installed. */
export async function markTokenGiven(domain: string, at: Date): Promise<void> {
  await prisma().shop.updateMany({ where: { domain }, data: { tokenGivenAt: at } });
}

/** From the first refusal on; kept until the merchant opens the app. */
export async function markNeedsReopen(domain: string, since: Date): Promise<void> {
  await prisma().shop.updateMany({
    where: { domain, needsReopenSince: null },
    data: { needsReopenSince: since },
  });
}
