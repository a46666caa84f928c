// What a published program has for whoever becomes a member.
import type { Queryable } from '../pool.server.ts';

type Welcomes = { joined: boolean; newsletter: boolean };

/** While it is paused, nothing. */
export async function welcomesOf(db: Queryable, shopId: number): Promise<Welcomes> {
  const { rows } = await db.query<Welcomes>(
    `select v.rules->'moments' @> '[{"kind": "joined"}]' as joined, v.rules->'moments' @> '[{"kind": "newsletter"}]' as newsletter
     from "Shop" s join "ProgramVersion" v on v."shopId" = s.id and v.number = s."publishedVersion"
     where s.id = $1 and v.rules ? 'moments' and v.rules->'paused' is null`,
    [shopId],
  );
  return rows[0] ?? { joined: false, newsletter: false };
}
