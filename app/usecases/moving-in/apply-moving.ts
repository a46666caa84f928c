// Members of a file get what it says, all or nothing: one transaction, an entry for each member and balance, and no notice to anybody.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { oursOf } from '#app/core/moving-in/factor.ts';
import { sized, sizeNow } from '#app/core/stamps/card-life.ts';
import { cardKeyOf, POINTS, type Unit } from '#app/core/values/units.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { balanceOf, writeLedger, type Posting } from '#app/db/ledger/ledger.server.ts';
import { keepTimeLeftOut } from '#app/db/members/left-out.server.ts';
import { lockMembers, setBlocked, type LockedMember } from '#app/db/members/members.server.ts';
import { birthdaysOf, setBirthdays } from '#app/db/moments/birthdays.server.ts';
import {
  dropAppliedRows,
  keepPreview,
  linesToApply,
  rowsToApply,
  type RowToApply,
} from '#app/db/moving-in/moved-rows.server.ts';
import { lockMembersOfFile } from '#app/db/moving-in/lock-members-of-file.server.ts';
import { joinEarlier, keepLeftOut, leftOutByFiles } from '#app/db/moving-in/moved-members.server.ts';
import { movedKey } from '#app/db/moving-in/moved-entries.server.ts';
import { changeMoving, type MovingFile } from '#app/db/moving-in/moving-in.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { publishedVersion, type ShopProgram } from '#app/db/program/programs.server.ts';
import { afterBlocking } from '../members/after-blocking.ts';
import { survivorOf } from './survivor-of.ts';

const AT_ONCE = 1_000;

type Shop = { id: number; program: ShopProgram };
type Totals = { members: number; points: number };
type Pair = { member: LockedMember; row: RowToApply };

export async function applyMoving(shop: Shop, file: MovingFile): Promise<void> {
  await withTransaction(async (client) => {
    const sum: Totals = { members: 0, points: 0 };
    const met = new Set<string>();
    await lockMembersOfFile(client, shop.id, file.id);
    const lines = await linesToApply(client, shop.id, file.id);
    for (let from = 0; from < lines.length; from += AT_ONCE) {
      const rows = await rowsToApply(client, shop.id, file.id, lines.slice(from, from + AT_ONCE));
      await applyRows(client, shop, file, { rows, met, sum });
    }
    await dropAppliedRows(client, shop.id, file.id);
    await keepPreview(client, shop.id, file.id);
    if (!(await changeMoving(client, shop.id, file, { step: 'applied', dueAt: null, ...sum })))
      throw new Error('a file was applied twice at once');
    for (const job of ['sync_members', 'sweep_occasions'] as const)
      await enqueue(client, job, { shopId: shop.id });
  });
}

type Batch = { rows: readonly RowToApply[]; met: Set<string>; sum: Totals };

async function applyRows(
  client: PoolClient,
  shop: Shop,
  file: MovingFile,
  { rows, met, sum }: Batch,
): Promise<void> {
  if (rows.length === 0) return;
  const at = now();
  const customerIds = rows.map(({ customerId }) => customerId);
  const locked = await lockMembers(client, shop.id, { customerIds, memberIds: [] }, at);
  const byId = new Map(locked.map((member) => [member.id, member]));
  const byCustomer = new Map(locked.map((member) => [member.customerId, member]));
  const pairs = rows.flatMap((row): Pair[] => {
    const member = survivorOf(byCustomer.get(row.customerId), byId);
    // Two customers who were merged meanwhile are one person: the first row counts.
    if (!member || member.isLeft || met.has(member.id)) return [];
    met.add(member.id);
    return [{ member, row }];
  });
  const postings = pairs.flatMap((pair) => postingsOf(pair, shop, file, at));
  await writeLedger(client, shop.id, { postings, pending: [] }, at);
  await keepBirthdays(client, shop.id, file, pairs, at);
  await joinEarlier(client, shop.id, file.id, pairs.flatMap(toldJoining));
  const out = pairs.filter(({ row }) => row.leftOut).map(({ member }) => member);
  for (const member of out) if (!member.blocked) await leaveOut(client, shop.id, member, at);
  await keepMarks(client, shop.id, file, out);
  sum.members += pairs.length;
  sum.points += postings.reduce((all, { unit, amount }) => all + (unit === POINTS ? amount : 0), 0);
}

const toldJoining = ({ member, row: { joinedOn } }: Pair) =>
  joinedOn === null ? [] : [{ memberId: member.id, joinedOn }];

/** Of whom this file leaves out, or another one did: what somebody did by hand no undo takes back. */
async function keepMarks(
  client: PoolClient,
  shopId: number,
  file: MovingFile,
  out: readonly LockedMember[],
): Promise<void> {
  if (out.length === 0) return;
  const already = out.filter(({ blocked }) => blocked).map(({ id }) => id);
  const byFiles = await leftOutByFiles(client, shopId, already);
  const fresh = out.filter(({ blocked }) => !blocked).map(({ id }) => id);
  await keepLeftOut(client, shopId, file.id, [...fresh, ...byFiles.map(({ memberId }) => memberId)]);
}

function postingsOf({ member, row }: Pair, { program }: Shop, file: MovingFile, at: Date): Posting[] {
  const { cards } = publishedVersion(program).rules;
  const wanted: [Unit, number][] = [[POINTS, oursOf(row.points, file)]];
  for (const [unit, stamps] of Object.entries(row.stamps)) wanted.push([unit as Unit, stamps]);
  return wanted.flatMap(([unit, value]): Posting[] => {
    // What came since somebody looked stays theirs: to set never takes.
    const amount = file.way === 'set' ? Math.max(0, value - balanceOf(member, unit)) : value;
    const key = cardKeyOf(unit);
    const card = key === null ? undefined : member.cards.get(key);
    const size = cards.find((one) => one.key === key)?.size ?? card?.size;
    if (amount === 0 || (key !== null && size === undefined)) return [];
    const cardSize = key === null || size === undefined ? null : sizeNow(card && sized(card), size);
    const source = {
      kind: 'import',
      sourceKey: movedKey(file.id),
      orderId: null,
      programVersion: null,
    } as const;
    return [{ member, unit, cardSize, amount, ...source, explanation: { v: 1 }, occurredAt: at }];
  });
}

/** A date that a member has stays. */
async function keepBirthdays(
  client: PoolClient,
  shopId: number,
  file: MovingFile,
  pairs: readonly Pair[],
  at: Date,
) {
  const told = pairs.filter(({ row }) => row.birthday !== null);
  if (told.length === 0) return;
  const known = await birthdaysOf(
    client,
    shopId,
    told.map(({ member }) => member.id),
  );
  const request = { requestKey: movedKey(file.id), requestHash: '', madeBy: 'import', reason: null };
  const changes = told.flatMap(({ member, row }) =>
    row.birthday === null || known.get(member.id)?.birthday
      ? []
      : [{ memberId: member.id, birthday: { ...row.birthday, setOn: file.day }, ...request }],
  );
  if (changes.length > 0) await setBirthdays(client, shopId, changes, at);
}

async function leaveOut(
  client: PoolClient,
  shopId: number,
  { id: memberId }: LockedMember,
  at: Date,
): Promise<void> {
  const change = { shopId, memberId, blocked: true, at };
  await keepTimeLeftOut(client, change);
  await setBlocked(client, shopId, memberId, true);
  await afterBlocking(client, change);
}
