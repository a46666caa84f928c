// Who a yearly gift is for, asked of those alone who would be due it, as of the first day of its window.
import { dueGifts } from '#app/core/moments/due-gifts.ts';
import type { MomentKind } from '#app/core/moments/kinds/moment-kinds.ts';
import { whoOf } from '#app/core/moments/who-of-moment.ts';
import type { SweptMember } from '#app/db/moments/moments.server.ts';
import type { Queryable } from '#app/db/pool.server.ts';
import { membersAmongOn } from '#app/db/who/members-among.server.ts';
import type { Sweep } from './give-gifts.ts';

/** These members, each with what is asked of them. Tags are asked for apart. */
export async function withWhoGetsGifts(
  db: Queryable,
  { shopId, running, days }: Sweep,
  members: readonly SweptMember[],
): Promise<SweptMember[]> {
  const meant = new Set<string>();
  const limited = running.filter(({ occasion }) => whoOf(occasion).conditions.length > 0);
  for (const each of limited) {
    const { occasion } = each;
    const asked = members.flatMap((member) => {
      const due = member.out ? [] : dueGifts(member, [each], { ...days, lookFrom: member.lookFrom });
      return due.map(({ from }) => ({ memberId: member.id, day: from }));
    });
    for (const found of await membersAmongOn(db, shopId, whoOf(occasion), asked)) {
      meant.add(nameOf(occasion.kind, found.memberId, found.day));
    }
  }
  const kinds = limited.map(({ occasion }) => occasion.kind);
  return members.map((member) => {
    const isFor = (kind: MomentKind, day: string) =>
      !kinds.includes(kind) || meant.has(nameOf(kind, member.id, day));
    return { ...member, isFor };
  });
}

const nameOf = (kind: MomentKind, memberId: string, day: string) => `${kind}/${memberId}/${day}`;
