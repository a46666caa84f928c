// A file with members as a browser sends it, and the job that goes on with it.
import type { MovedRow } from '#app/core/moving-in/moved-row.ts';
import { endJoining, joinRows } from '#app/db/moving-in/moved-rows.server.ts';
import { changeMoving } from '#app/db/moving-in/moving-in.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { hasher } from '#app/ui/moving-in/send-file.ts';
import { beginMoving, endSending, sendRows } from '#app/usecases/moving-in/begin-moving.ts';
import { goOnMoving } from '#app/usecases/moving-in/go-on-moving.ts';
import { readMoving } from '#app/usecases/moving-in/read-moving.ts';
import { sayAboutMoving } from '#app/usecases/moving-in/say-about-moving.ts';
import { nextId } from './factories.ts';
import { readMovingText } from './read-moving-text.ts';

export type HowSent = {
  way?: 'add' | 'set';
  theirs?: number;
  ours?: number;
  worthMinor?: number;
  stepThere?: number;
};
type Shop = { id: number };

export async function sendMovingFile(shop: Shop, text: string, how: HowSent = {}) {
  const { way = 'add', theirs = 1, ours = 1, ...worth } = how;
  const { rows, by, fileHash } = await readMovingText(text);
  const file = { fileName: 'members.csv', fileHash, way, byEmail: by === 'email', theirs, ours, ...worth };
  const begun = await beginMoving({ id: shop.id, timeZone: 'Europe/Paris' }, file, '42');
  if (!begun.ok) throw new Error(begun.refused);
  const hash = by === 'email' ? await hasher(begun.key) : async (who: string) => who;
  const sent = await Promise.all(rows.map(async (row) => ({ ...row, who: await hash(row.who) })));
  await sendRows(shop.id, begun.id, sent);
  const ended = await endSending(shop.id, begun.id, rows.length);
  if (!ended.ok) throw new Error(ended.refused);
  return begun.id;
}

type ByHand = {
  who: string;
  points: number;
  joinedOn?: string;
  leftOut?: boolean;
  birthday?: MovedRow['birthday'];
};

/** As once customers were found, without asking Shopify. */
export async function readyFile(shop: Shop, rows: readonly ByHand[], how: HowSent = {}): Promise<string> {
  const { way = 'add', theirs = 1, ours = 1, ...worth } = how;
  const fileHash = nextId().padStart(64, '0');
  const file = { fileName: 'members.csv', fileHash, way, byEmail: false, theirs, ours, ...worth };
  const begun = await beginMoving({ id: shop.id, timeZone: 'Europe/Paris' }, file, '42');
  if (!begun.ok) throw new Error(begun.refused);
  const plain = { stamps: {}, birthday: null, leftOut: false, joinedOn: null, problem: null };
  const sent = rows.map((row, nr) => ({ ...plain, ...row, line: nr + 2 }));
  await sendRows(shop.id, begun.id, sent);
  const ended = await endSending(shop.id, begun.id, rows.length);
  if (!ended.ok) throw new Error(ended.refused);
  const found = rows.map(({ who }) => ({ who, customerId: who }));
  await joinRows(pool(), shop.id, begun.id, found);
  await endJoining(pool(), shop.id, begun.id);
  await changeMoving(pool(), shop.id, { id: begun.id, step: 'joining' }, { step: 'ready', dueAt: null });
  return begun.id;
}

/** Until nothing is left to be done. */
export async function workOnMoving(shop: Shop) {
  for (let turn = 0; turn < 6; turn += 1) await goOnMoving(shop.id);
  const page = await readMoving(shop);
  if (!page) throw new Error('the shop has no program');
  return page;
}

export async function movedIn(shop: Shop, text: string, how: HowSent = {}): Promise<string> {
  const id = await sendMovingFile(shop, text, how);
  await workOnMoving(shop);
  await sayOrFail(shop, 'apply', id);
  return id;
}

/** Said, and done. */
export async function sayOrFail(shop: Shop, what: 'apply' | 'undo', id: string) {
  const said = await sayAboutMoving(shop.id, { do: what, id, despite: 100_000 });
  if (!said.ok) throw new Error(said.refused);
  return workOnMoving(shop);
}

const OF_MEMBERS = [
  ...[
    'MovedMember',
    'MovingInRow',
    'MovingIn',
    'OpenLot',
    'LotBook',
    'LedgerEntry',
    'MemberCard',
    'Adjustment',
  ],
  ...['LeftOut', 'BirthdayChange', 'DailyFigure', 'Member'],
];

/** As a new shop has it; entries are deleted by nothing else. */
export async function forgetMovedMembers(shop: Shop): Promise<void> {
  await withTransaction(async (client) => {
    await client.query('set local session_replication_role = replica');
    for (const table of OF_MEMBERS)
      await client.query(`delete from "${table}" where "shopId" = $1`, [shop.id]);
  });
}
