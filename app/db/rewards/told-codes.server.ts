// Codes of which Shopify tells that they are gone. It may tell so late, twice, or of one that was made again since.
import type { PoolClient } from 'pg';

/**
 * Until it was looked for, nobody is given the code; a held voucher's is missing from now on, which heals it where it is so. The
 * code comes first: whoever takes it meanwhile is waited for, and the voucher is seen. Returns whether anybody might have used it.
 */
export async function doubtCode(client: PoolClient, shopId: number, code: string): Promise<boolean> {
  const ready = await client.query(
    `update "RewardCode" set state = 'making', "batchId" = null, "codeId" = null
     where "shopId" = $1 and code = $2 and state = 'ready'`,
    [shopId, code],
  );
  const held = await client.query(
    `update "Voucher" set "missingSince" = coalesce("missingSince", now())
     where "shopId" = $1 and code = $2 and state = 'held'`,
    [shopId, code],
  );
  await client.query(
    `update "ShopDiscount" d set "dueAt" = now() from "Voucher" v
     where v."shopId" = $1 and v.code = $2 and v.state = 'held' and d."shopId" = $1 and d.owner = v.owner and d.owner like 'voucher/%'`,
    [shopId, code],
  );
  return ready.rowCount === 1 || held.rowCount === 1;
}
