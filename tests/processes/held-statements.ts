// Statements of the app that stand still inside PostgreSQL, each for one row's key, so that whoever asked for them can be killed
// just then. What stands at a commit is committed in the end, and its answer reaches nobody.
import { expect } from 'vitest';
import pg from 'pg';

/** When a trigger of each stands still. */
const MOMENTS = {
  debit: `before insert on "LedgerEntry" for each row when (new.kind = 'redeem')`,
  gift: `before insert on "Gift" for each row`,
  voucher: `before insert on "Voucher" for each row`,
  redeemed: `after insert on "Voucher" deferrable initially deferred for each row`,
  releasing: `before update on "Voucher" for each row when (new.state = 'releasing' and old.state = 'held')`,
  'given back': `after update on "Voucher" deferrable initially deferred for each row
    when (new.state = 'releasing' and old.state = 'held')`,
  released: `after update on "Voucher" deferrable initially deferred for each row
    when (new.state = 'released' and old.state <> 'released')`,
  use: `before insert on "VoucherUse" for each row`,
  used: `after insert on "VoucherUse" deferrable initially deferred for each row`,
} as const;
export type Moment = keyof typeof MOMENTS;

/** Of rows that name a member this is the member's id, of uses of vouchers the voucher's. */
const keyOf = (moment: Moment) => (moment === 'use' || moment === 'used' ? 'voucherId' : 'memberId');

const LOCK = '4711, 14';
const WAITING = `select count(*)::int as count from pg_locks l join pg_database d on d.oid = l.database
  where d.datname = current_database() and l.locktype = 'advisory' and l.classid = 4711 and l.objid = 14 and not l.granted`;

export type HeldStatements = {
  hold(moment: Moment, key: string): Promise<void>;
  /** Until so many stand there. */
  standing(count: number): Promise<void>;
  /** Lets them go on, and holds nothing any more. Resolves once their transactions have ended, one way or the other. */
  letGo(): Promise<void>;
  stop(): Promise<void>;
};

/** The app's own connections never give up waiting for one of these. */
export async function heldStatements(databaseUrl: string): Promise<HeldStatements> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`create table held_moment (moment text, key text);
    create function hold_moment() returns trigger language plpgsql set lock_timeout to 0 as $$ begin
      perform pg_advisory_xact_lock_shared(${LOCK}) from held_moment
        where moment = tg_argv[0] and key = to_jsonb(new) ->> tg_argv[1] limit 1;
      return new;
    end $$;`);
  for (const [moment, when] of Object.entries(MOMENTS)) {
    const kind = when.includes('deferrable') ? 'constraint trigger' : 'trigger';
    const told = `'${moment}', '${keyOf(moment as Moment)}'`;
    await client.query(`create ${kind} "a ${moment}" ${when} execute function hold_moment(${told})`);
  }
  await client.query(`select pg_advisory_lock(${LOCK})`);
  return {
    hold: async (moment, key) => {
      await client.query('insert into held_moment values ($1, $2)', [moment, key]);
    },
    standing: async (count) => {
      await expect
        .poll(async () => (await client.query<{ count: number }>(WAITING)).rows[0]?.count, { interval: 20 })
        .toBe(count);
    },
    letGo: async () => {
      await client.query('delete from held_moment');
      await client.query(`select pg_advisory_unlock(${LOCK})`);
      await client.query(`select pg_advisory_lock(${LOCK})`);
    },
    stop: () => client.end(),
  };
}
