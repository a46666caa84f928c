// The newest of what one member was to hear, with what was said to those who were merged into them.
import type { NoticeState } from '#app/core/notices/notice-kind.ts';
import type { NoticeKind } from '#app/core/notices/notice-kinds.ts';
import type { Queryable } from '../pool.server.ts';

export type NoticeOfMember = {
  kind: NoticeKind;
  cause: string;
  state: NoticeState;
  madeAt: Date;
  toldAt: Date | null;
};

const MOST = 20;

export async function noticesOfMember(
  db: Queryable,
  shopId: number,
  memberId: string,
): Promise<NoticeOfMember[]> {
  const { rows } = await db.query<NoticeOfMember>({
    name: 'notices-of-member',
    text: `select n.kind, n.cause, n.state, n."madeAt", n."toldAt" from person_of($1, $2) as p
      join "Notice" n on n."shopId" = $1 and n."memberId" = p.id
      order by n."madeAt" desc, n.kind, n.cause limit $3`,
    values: [shopId, memberId, MOST],
  });
  return rows;
}
