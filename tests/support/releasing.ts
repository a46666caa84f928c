// Vouchers on their way back, as time passes: the job runs, and reconciliations are through.
import { pool } from '#app/db/pool.server.ts';
import { releaseVouchers } from '#app/usecases/rewards/release-vouchers.ts';
import type { TestShop } from './shops.ts';

type Shop = Pick<TestShop, 'id'>;

const earlier = (column: string) => `"${column}" = "${column}" - make_interval(mins => $2)`;

/** So many minutes pass: everything that was noted is so much older. */
export async function pass({ id }: Shop, minutes: number): Promise<void> {
  const columns = [
    'releasingSince',
    'goneSince',
    'lookAt',
    'shownUsedAt',
    'usedAfter',
    'heldAt',
    'missingSince',
  ];
  const voucher = `update "Voucher" set ${columns.map(earlier).join(', ')} where "shopId" = $1`;
  await pool().query(voucher, [id, minutes]);
  const discount = ['countedAt', 'checkedAt', 'askedAt', 'dueAt'].map(earlier).join(', ');
  await pool().query(`update "ShopDiscount" set ${discount} where "shopId" = $1`, [id, minutes]);
  await pool().query(`update "Shop" set ${earlier('reconciledThrough')} where id = $1`, [id, minutes]);
}

/** A reconciliation that began now is through. */
export async function reconciled({ id }: Shop): Promise<void> {
  await pool().query('update "Shop" set "reconciledThrough" = now() where id = $1', [id]);
}

/** The job runs a while later. */
export async function look(shop: Shop, minutes = 1): Promise<void> {
  await pass(shop, minutes);
  await releaseVouchers(shop.id);
}

/** From a code that is there to points that are back, where nothing keeps them. */
export async function wholeWay(shop: Shop): Promise<void> {
  for (let time = 0; time < 2; time += 1) await look(shop, 16);
  await pass(shop, 20);
  for (let time = 0; time < 2; time += 1) {
    await reconciled(shop);
    await look(shop, 16);
  }
}
