// Files with members from elsewhere: their steps, and how far each is.
import type { MovingStep, MovingTrouble } from '#app/core/moving-in/moving-step.ts';
import type { Queryable } from '../pool.server.ts';

export type MovingFile = {
  id: string;
  step: MovingStep;
  fileName: string;
  /** A day of the shop. */
  day: string;
  way: 'add' | 'set';
  byEmail: boolean;
  theirs: number;
  ours: number;
  /** What `theirs` of their points were worth; null where nobody said. */
  worthMinor: number | null;
  /** Their points were spent in steps of so many; null: any number. */
  stepThere: number | null;
  key: string | null;
  bulkId: string | null;
  why: MovingTrouble | null;
  members: number;
  points: number;
  spentMembers: number;
};

const COLUMNS = `m.id::text, m.step, m."fileName", to_char(m.day, 'YYYY-MM-DD') as day, m.way, m."byEmail", m.theirs::float8 as theirs,
  m.ours::float8 as ours, m."worthMinor"::float8 as "worthMinor", m."stepThere"::float8 as "stepThere", m.key, m."bulkId"::text, m.why, m.members, m.points::float8 as points, m."spentMembers"`;

/** What is under way, or else was brought in last. */
export async function newestMoving(db: Queryable, shopId: number): Promise<MovingFile | null> {
  const { rows } = await db.query<MovingFile>(
    `select ${COLUMNS} from "MovingIn" m where m."shopId" = $1
     order by (m.step not in ('applied', 'undone')) desc, m.id desc limit 1`,
    [shopId],
  );
  return rows[0] ?? null;
}

/** One that was brought in, whatever came after it. */
export async function movingFile(db: Queryable, shopId: number, id: string): Promise<MovingFile | null> {
  const { rows } = await db.query<MovingFile>(
    `select ${COLUMNS} from "MovingIn" m where m."shopId" = $1 and m.id = $2`,
    [shopId, id],
  );
  return rows[0] ?? null;
}

/** Those that were brought in, the latest first. */
export async function movedFiles(db: Queryable, shopId: number, limit: number): Promise<MovingFile[]> {
  const { rows } = await db.query<MovingFile>(
    `select ${COLUMNS} from "MovingIn" m where m."shopId" = $1 and m.step in ('applied', 'undone') order by m.id desc limit $2`,
    [shopId, limit],
  );
  return rows;
}

/** The shop first: two that begin at once wait for each other. */
export async function lockMoving(db: Queryable, shopId: number): Promise<MovingFile | null> {
  await db.query('select 1 from "Shop" where id = $1 for no key update', [shopId]);
  return newestMoving(db, shopId);
}

export async function wasMovedIn(db: Queryable, shopId: number, fileHash: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `select 1 from "MovingIn" where "shopId" = $1 and "fileHash" = $2 and step = 'applied' limit 1`,
    [shopId, fileHash],
  );
  return (rowCount ?? 0) > 0;
}

type NewFile = Pick<MovingFile, 'fileName' | 'day' | 'way' | 'byEmail' | 'theirs' | 'ours'> & {
  worthMinor?: number | null | undefined;
  stepThere?: number | null | undefined;
  fileHash: string;
  key: string;
  madeBy: string;
  at: Date;
};

export async function addMoving(db: Queryable, shopId: number, file: NewFile): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `insert into "MovingIn" ("shopId", step, "fileName", "fileHash", day, way, "byEmail", theirs, ours, key, "madeBy", "madeAt",
       "worthMinor", "stepThere")
     values ($1, 'uploading', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id::text`,
    [
      ...[shopId, file.fileName, file.fileHash, file.day, file.way, file.byEmail],
      ...[file.theirs, file.ours, file.key, file.madeBy, file.at],
      ...[file.worthMinor ?? null, file.stepThere ?? null],
    ],
  );
  return rows[0]?.id ?? '0';
}

export type MovingChange = {
  step: MovingStep;
  why?: MovingTrouble | null;
  dueAt: Date | null;
  bulkId?: string | null;
  members?: number;
  points?: number;
  spentMembers?: number;
};

/** False where it is at another step by now: somebody threw it away, or another job was faster. What is left out stays. */
export async function changeMoving(
  db: Queryable,
  shopId: number,
  { id, step: from }: Pick<MovingFile, 'id' | 'step'>,
  { step, why = null, dueAt, bulkId = null, members, points, spentMembers }: MovingChange,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update "MovingIn" set step = $4, why = $5, "dueAt" = $6, "bulkId" = $7, members = coalesce($8, members),
       points = coalesce($9, points), "spentMembers" = coalesce($10, "spentMembers"),
       key = case when $4 in ('uploading', 'joining') then key end
     where "shopId" = $1 and id = $2 and step = $3`,
    [shopId, id, from, step, why, dueAt, bulkId, members ?? null, points ?? null, spentMembers ?? null],
  );
  return (rowCount ?? 0) > 0;
}

/** Of a file that waits. */
export async function changeFactor(db: Queryable, shopId: number, id: string, ours: number): Promise<void> {
  await db.query(`update "MovingIn" set ours = $3 where "shopId" = $1 and id = $2 and step = 'ready'`, [
    shopId,
    id,
    ours,
  ]);
}

export async function dropMoving(db: Queryable, shopId: number, id: string): Promise<void> {
  await db.query('delete from "MovingIn" where "shopId" = $1 and id = $2', [shopId, id]);
}

/** Files that a browser began to send and left, with their keys and rows. */
export async function dropHalfSentBefore(db: Queryable, before: Date): Promise<void> {
  await db.query(
    `delete from "MovingIn" m using "Shop" s where m."shopId" = s.id and m.step = 'uploading' and m."madeAt" < $1`,
    [before],
  );
}

export async function shopsWithMoving(db: Queryable, at: Date): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    'select m."shopId" as id from "MovingIn" m where m."dueAt" <= $1 order by 1',
    [at],
  );
  return rows.map(({ id }) => id);
}
