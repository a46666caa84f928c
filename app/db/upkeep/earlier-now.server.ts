// Now for whatever is deleted because it is old: by the database's clock or ours, whichever is behind. A clock that is ahead
// must delete nothing that somebody needs.
import type { Queryable } from '../pool.server.ts';

export async function earlierNow(db: Queryable, ours: Date): Promise<Date> {
  const { rows } = await db.query<{ at: Date }>('select least($1::timestamptz, now()) as at', [ours]);
  return rows[0]?.at ?? ours;
}
