// A card that is being changed over, as time passes.
import { pool } from '#app/db/pool.server.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import { fillCodes } from '#app/usecases/rewards/fill-codes.ts';
import { pass, reconciled } from './releasing.ts';
import type { TestShop } from './shops.ts';

type Shop = Pick<TestShop, 'id'>;

export async function wayOf({ id }: Shop, cardKey = 'coffee'): Promise<string | undefined> {
  const { rows } = await pool().query<{ way: string }>(
    'select way from "CardWay" where "shopId" = $1 and "cardKey" = $2',
    [id, cardKey],
  );
  return rows[0]?.way;
}

/** So many minutes pass, for vouchers as for cards. */
export async function passForCards(shop: Shop, minutes: number): Promise<void> {
  await pass(shop, minutes);
  await pool().query(
    `update "CardWay" set "offSince" = "offSince" - make_interval(mins => $2), "lookAt" = "lookAt" - make_interval(mins => $2)
     where "shopId" = $1`,
    [shop.id, minutes],
  );
}

/** So many minutes pass, and the discounts are looked at. */
export async function followWays(shop: Shop, minutes = 1): Promise<void> {
  await passForCards(shop, minutes);
  await syncDiscounts(shop.id);
}

/** From a shop whose functions have just stopped to cards that are given as codes, where nothing keeps them. */
export async function wholeWayToCodes(shop: Shop): Promise<void> {
  await followWays(shop);
  await followWays(shop);
  await followWays(shop, 20);
  await reconciled(shop);
  await followWays(shop, 0);
  await fillCodes(shop.id);
}
