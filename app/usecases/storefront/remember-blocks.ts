// Only the merchant's browser hears from Shopify which blocks stand on the theme. What it heard is kept, so that the next
// visit's page comes as it will stay; the browser asks again all the same.
import { setBlocksPlaced } from '#app/db/figures/home.server.ts';
import { pool } from '#app/db/pool.server.ts';

export async function rememberBlocks(shopId: number, placed: boolean): Promise<void> {
  await setBlocksPlaced(pool(), shopId, placed);
}
