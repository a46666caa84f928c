// The log of a member's birthday, as the member's page shows it: who told it, and when.
import { BY_SHOPIFY, BY_SHOPPER } from './birthdays.server.ts';
import type { Queryable } from '../pool.server.ts';

const LINES_SHOWN = 20;

export type BirthdayLogLine = {
  requestKey: string;
  /** Null where the date was removed. */
  date: { month: number; day: number; year: number | null } | null;
  by: 'shopper' | 'shopify' | 'merchant';
  /** Shopify's id of the user, of a merchant's line. */
  userId: string | null;
  reason: string | null;
  madeAt: Date;
};

type Row = {
  requestKey: string;
  month: number | null;
  day: number | null;
  year: number | null;
  madeBy: string;
  reason: string | null;
  madeAt: Date;
};

/** Newest first. */
export async function birthdayLog(
  db: Queryable,
  shopId: number,
  memberId: string,
): Promise<BirthdayLogLine[]> {
  const { rows } = await db.query<Row>(
    `select "requestKey", month, day, year, "madeBy", reason, "madeAt" from "BirthdayChange"
     where "shopId" = $1 and "memberId" = $2 order by "madeAt" desc, "requestKey" limit ${LINES_SHOWN}`,
    [shopId, memberId],
  );
  return rows.map(({ month, day, year, madeBy, ...line }) => {
    const by = madeBy === BY_SHOPPER || madeBy === BY_SHOPIFY ? madeBy : 'merchant';
    const date = month === null || day === null ? null : { month, day, year };
    return { ...line, date, by, userId: by === 'merchant' ? madeBy : null };
  });
}
