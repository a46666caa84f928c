// Codes that were made ahead at Shopify, so that no shopper waits for it.
import type { Queryable } from '../pool.server.ts';

/**
 * The discount of a reward's value that has codes to give; null where none has. Only one that is alive has any: what ends burns
 * its codes first. @param value `reward/<key>/<value hash>/`
 */
export async function ownerWithCodes(db: Queryable, shopId: number, value: string): Promise<string | null> {
  const { rows } = await db.query<{ owner: string }>({
    name: 'owner-with-codes',
    text: `select owner from "RewardCode" where "shopId" = $1 and state = 'ready' and starts_with(owner, $2) limit 1`,
    values: [shopId, value],
  });
  return rows[0]?.owner ?? null;
}

/** A ready code of a discount, the caller's from now on; null where none is ready. Whoever takes one keeps nobody waiting. */
export async function takeReadyCode(db: Queryable, shopId: number, owner: string): Promise<string | null> {
  const { rows } = await db.query<{ code: string }>({
    name: 'take-ready-code',
    text: `with ready as materialized (
        select code from "RewardCode" where "shopId" = $1 and owner = $2 and state = 'ready' limit 1 for update skip locked
      )
      update "RewardCode" c set state = 'taken' from ready where c."shopId" = $1 and c.code = ready.code returning c.code`,
    values: [shopId, owner],
  });
  return rows[0]?.code ?? null;
}
