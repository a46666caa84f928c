// What a file brought is taken back from members who have spent nothing of it. Whoever has keeps all of it, and is counted.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { cardKeyOf, POINTS } from '#app/core/values/units.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { writeLedger, type Posting } from '#app/db/ledger/ledger.server.ts';
import { loadLotBooks, lotBookKey } from '#app/db/ledger/lots.server.ts';
import { membersAfter } from '#app/db/members/members-after.server.ts';
import { lockMembers, type LockedMember } from '#app/db/members/members.server.ts';
import { setBirthdays } from '#app/db/moments/birthdays.server.ts';
import {
  datedByFile,
  movedEntries,
  undoneKey,
  type MovedEntry,
} from '#app/db/moving-in/moved-entries.server.ts';
import { forgetMoved, joinBack, setByFile } from '#app/db/moving-in/moved-members.server.ts';
import { keepWhoKeeps } from '#app/db/moving-in/moved-rows.server.ts';
import { changeMoving, type MovingFile } from '#app/db/moving-in/moving-in.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { includeAgain } from './include-again.ts';
import { survivorOf } from './survivor-of.ts';

const AT_ONCE = 500;
const SHOWN = 50;

type Keeping = { memberId: string; points: number };

export async function undoMoving(shop: { id: number }, file: MovingFile): Promise<void> {
  const keeps: Keeping[] = [];
  let spentMembers = 0;
  for (let after = '0'; ;) {
    const memberIds = await membersAfter(pool(), shop.id, after, AT_ONCE);
    const keeping = await withTransaction((client) => undoMembers(client, shop.id, file, memberIds));
    spentMembers += keeping.length;
    keeps.push(...keeping.slice(0, SHOWN - keeps.length));
    after = memberIds.at(-1) ?? after;
    if (memberIds.length < AT_ONCE) break;
  }
  await withTransaction(async (client) => {
    await keepWhoKeeps(client, shop.id, file.id, keeps);
    await changeMoving(client, shop.id, file, { step: 'undone', dueAt: null, spentMembers });
  });
}

/** Under the members' locks: nobody spends between the look and the taking. Returns who had spent of it. */
async function undoMembers(
  client: PoolClient,
  shopId: number,
  { id }: MovingFile,
  memberIds: readonly string[],
): Promise<Keeping[]> {
  const hasEntries = (await movedEntries(client, shopId, id, memberIds)).length > 0;
  const isSet = await setByFile(client, shopId, id, memberIds);
  if (!hasEntries && !isSet && (await datedByFile(client, shopId, id, memberIds)).length === 0) return [];
  const locked = await lockMembers(client, shopId, { customerIds: [], memberIds }, now());
  const entries = await movedEntries(client, shopId, id, memberIds);
  const spent = await membersWhoSpent(client, shopId, entries);
  const byId = new Map(locked.map((member) => [member.id, member]));
  const postings = entries.flatMap(({ memberId, unit, amount, seq }): Posting[] => {
    const member = byId.get(memberId);
    if (!member || spent.has(memberId)) return [];
    const cardSize = member.cards.get(cardKeyOf(unit) ?? '')?.size ?? null;
    const source = { kind: 'import', sourceKey: undoneKey(id), orderId: null, programVersion: null } as const;
    const taken = {
      ...source,
      ...(amount > 0 && { takesBack: seq }),
      explanation: { v: 1 },
      occurredAt: now(),
    };
    return [{ member, unit, cardSize, amount: -amount, ...taken }];
  });
  await writeLedger(client, shopId, { postings, pending: [] }, now());
  const others = memberIds.filter((one) => !spent.has(one));
  await takeBirthdaysBack(client, shopId, id, others);
  await joinBack(client, shopId, id, others);
  await includeAgain(client, shopId, id, memberIds);
  await forgetMoved(client, shopId, id, memberIds);
  await enqueue(client, 'sync_members', { shopId });
  return [...spent].map((memberId) => keepingOf(entries, memberId, byId));
}

/** Whoever was merged since is named by whom they became. */
function keepingOf(
  entries: readonly MovedEntry[],
  memberId: string,
  byId: ReadonlyMap<string, LockedMember>,
): Keeping {
  const own = entries.filter((entry) => entry.memberId === memberId && entry.unit === POINTS);
  const points = own.reduce((sum, { amount }) => sum + amount, 0);
  return { memberId: survivorOf(byId.get(memberId), byId)?.id ?? memberId, points };
}

/** Dates that the file told, where nobody told another since. */
async function takeBirthdaysBack(
  client: PoolClient,
  shopId: number,
  id: string,
  memberIds: readonly string[],
): Promise<void> {
  const dated = await datedByFile(client, shopId, id, memberIds);
  const request = { requestKey: undoneKey(id), requestHash: '', madeBy: 'import', reason: null };
  const changes = dated.map((memberId) => ({ memberId, birthday: null, ...request }));
  if (changes.length > 0) await setBirthdays(client, shopId, changes, now());
}

/** Of whom a lot that the file brought isn't whole any more. */
async function membersWhoSpent(
  client: PoolClient,
  shopId: number,
  entries: readonly MovedEntry[],
): Promise<ReadonlySet<string>> {
  const credits = entries.filter(({ amount }) => amount > 0);
  const wanted = credits.map(({ memberId, unit }) => ({ member: { id: memberId }, unit }));
  const { books } = await loadLotBooks(client, shopId, wanted);
  const short = credits.filter(({ memberId, unit, seq, amount }) => {
    const lot = books.get(lotBookKey(memberId, unit))?.book.lots.find((one) => one.seq === seq);
    return (lot?.rest ?? 0) < amount;
  });
  return new Set(short.map(({ memberId }) => memberId));
}
