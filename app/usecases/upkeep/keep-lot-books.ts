// Members with a long history get their books of lots before anything is taken from them: it then takes as long as with a
// member of today. Nothing depends on it, because whoever takes points keeps the book as well.
import { now } from '#app/clock.server.ts';
import { POINTS, stampsOf, type Unit } from '#app/core/values/units.ts';
import { loadLotBooks, lotBookKey } from '#app/db/ledger/lots.server.ts';
import { keepLotBooks, membersBehind, type MemberBehind } from '#app/db/ledger/open-lots.server.ts';
import { lockMembers } from '#app/db/members/members.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';

/** Entries beside a book that cost a debit little. */
const ENTRIES = 100;
const AT_ONCE = 500;

/** Safe to stop at any time, to run twice and in parallel. Returns the number of members. */
export async function keepLongBooks(): Promise<number> {
  let count = 0;
  for (let after = '0'; ;) {
    const members = await membersBehind(pool(), { entries: ENTRIES, after, limit: AT_ONCE });
    for (const member of members) await keepBooksOf(member);
    count += members.length;
    const last = members.at(-1);
    if (!last || members.length < AT_ONCE) return count;
    after = last.id;
  }
}

function keepBooksOf({ id, shopId }: MemberBehind): Promise<void> {
  return withTransaction(async (client) => {
    const locked = await lockMembers(client, shopId, { customerIds: [], memberIds: [id] }, now());
    const member = locked.find((one) => one.id === id);
    if (!member) return;
    const units: Unit[] = [POINTS, ...[...member.cards.keys()].sort().map(stampsOf)];
    const { books } = await loadLotBooks(
      client,
      shopId,
      units.map((unit) => ({ member, unit })),
    );
    const kept = units.flatMap((unit) => {
      const before = books.get(lotBookKey(id, unit));
      return before ? [{ memberId: id, unit, through: member.seq, before, after: before.book }] : [];
    });
    await keepLotBooks(client, shopId, kept);
  });
}
