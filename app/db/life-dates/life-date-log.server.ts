// The logs of a member's dates of life, as the member's page shows them: who told which, when, and to which words they agreed.
import { BY_SHOPPER } from '../moments/birthdays.server.ts';
import type { Queryable } from '../pool.server.ts';

const LINES_SHOWN = 60;

export type LifeDateLine = {
  momentKey: string;
  requestKey: string;
  /** Null where the date was removed. */
  date: { month: number; day: number; year: number | null } | null;
  by: 'shopper' | 'merchant';
  /** Shopify's id of the user, of a merchant's line. */
  userId: string | null;
  reason: string | null;
  /** Of the words to which the shopper agreed. */
  consentHash: string | null;
  madeAt: Date;
};

type Row = Pick<LifeDateLine, 'momentKey' | 'requestKey' | 'reason' | 'consentHash' | 'madeAt'> & {
  month: number | null;
  day: number | null;
  year: number | null;
  madeBy: string;
};

/** Newest first, of all dates together. */
export async function lifeDateLog(db: Queryable, shopId: number, memberId: string): Promise<LifeDateLine[]> {
  const { rows } = await db.query<Row>(
    `select "momentKey", "requestKey", month, day, year, "madeBy", reason, "consentHash", "madeAt" from "MemberDateChange"
     where "shopId" = $1 and "memberId" = $2 order by "madeAt" desc, "requestKey" limit ${LINES_SHOWN}`,
    [shopId, memberId],
  );
  return rows.map(({ month, day, year, madeBy, ...line }) => {
    const by = madeBy === BY_SHOPPER ? 'shopper' : 'merchant';
    const date = month === null || day === null ? null : { month, day, year };
    return { ...line, date, by, userId: by === 'merchant' ? madeBy : null };
  });
}
