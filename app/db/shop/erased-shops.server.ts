// What is left of a shop that was erased: that it was, and when.
import { createHash } from 'node:crypto';
import type { Queryable } from '../pool.server.ts';

export type ErasedShop = {
  id: number;
  domain: string;
  installedAt: Date;
  uninstalledAt: Date | null;
  /** The delivery of `shop/redact`, or that nobody did. */
  askedBy: string;
  startedAt: Date;
};

/** Of the domain only a hash stays: whoever knows the name can ask, and nobody can read it. */
export async function addErasedShop(db: Queryable, shop: ErasedShop): Promise<void> {
  const domainHash = createHash('sha256').update(shop.domain).digest('hex');
  await db.query(
    `insert into "ErasedShop" (id, "domainHash", "installedAt", "uninstalledAt", "askedBy", "startedAt")
     values ($1, $2, $3, $4, $5, $6)`,
    [shop.id, domainHash, shop.installedAt, shop.uninstalledAt, shop.askedBy, shop.startedAt],
  );
}

/** Rows that went with one batch. */
export async function countErased(
  db: Queryable,
  shopId: number,
  { orders = 0, members = 0 }: { orders?: number; members?: number },
): Promise<void> {
  await db.query('update "ErasedShop" set orders = orders + $2, members = members + $3 where id = $1', [
    shopId,
    orders,
    members,
  ]);
}

export async function finishErasedShop(db: Queryable, shopId: number, at: Date): Promise<void> {
  await db.query('update "ErasedShop" set "finishedAt" = $2 where id = $1', [shopId, at]);
}

export async function deleteErasedShopsBefore(db: Queryable, before: Date): Promise<void> {
  await db.query('delete from "ErasedShop" where "finishedAt" < $1', [before]);
}
