// What nearly every redemption finds: nobody was merged into the member, and nothing came of the request before. The person is the
// member alone then.
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

/** A number for a voucher. */
export const NUMBER = `nextval('"Voucher_id_seq"')::text as "voucherId"`;

const GLANCE = `
  select exists (select from "Member" l where ${ofShop('l', '$1')} and l."mergedIntoId" = $2) as merged,
    exists (select from "Gift" g where ${ofShop('g', '$1')} and g."memberId" = $2 and g.cause = $3) as again,
    (select count(*)::int from "Voucher" v where ${ofShop('v', '$1')} and v."memberId" = $2 and v.state in ('held', 'releasing'))
      + (select count(*)::int from "Gift" g where ${ofShop('g', '$1')} and g."memberId" = $2 and g.state = 'waiting') as held,
    ${NUMBER}`;

type Asked = { shopId: number; memberId: string; cause: string };
type Seen = { merged: boolean; again: boolean; held: number; voucherId: string };

/** Null where there is more to know; the member must be locked. */
export async function glance(
  db: Queryable,
  { shopId, memberId, cause }: Asked,
): Promise<Pick<Seen, 'held' | 'voucherId'> | null> {
  const { rows } = await db.query<Seen>({
    name: 'glance-before-redeeming',
    text: GLANCE,
    values: [shopId, memberId, cause],
  });
  if (!rows[0] || rows[0].merged || rows[0].again) return null;
  const { held, voucherId } = rows[0];
  return { held, voucherId };
}
