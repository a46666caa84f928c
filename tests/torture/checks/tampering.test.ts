// The comparison sees: whatever is tampered with behind the app's back is named, and nothing is while all is as it should be.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeOrder } from '../events/place-order.ts';
import { redeem } from '../events/redeem.ts';
import { heal } from '../heal.ts';
import { openWork } from '../open-work.ts';
import { readOptions, type Options } from '../options.ts';
import { close, play, prepare } from '../play.ts';
import { Random } from '../random.ts';
import { wrongs } from '../report.ts';
import { startWorld, type World } from '../world/world.ts';
import { lookAll } from './look-all.ts';

const OPTIONS: Options = readOptions(
  '--seed 3 --orders 30 --minutes 0 --shops 1 --webs 1 --workers 1 --breaks 0'.split(' '),
);
const LIMIT_MS = 300_000;

let world: World;

beforeAll(async () => {
  world = await startWorld(OPTIONS);
  await prepare(world, OPTIONS);
  await play(world, OPTIONS);
  await spend();
  await close(world);
  await stopAtRest();
}, LIMIT_MS);

/** A reward is taken that nobody gives back, and an order names one. */
async function spend(): Promise<void> {
  const random = new Random(OPTIONS.seed);
  const history = world.histories[0]!;
  const taken = () => history.rewards.filter(({ code }) => code !== null).length;
  for (const before = taken(); taken() === before;) {
    await placeOrder.draw(random, history, world)?.();
    await redeem.draw(random, history, world)?.();
    await sleep(200);
  }
  while (history.named.size === 0) await placeOrder.draw(random, history, world)?.();
}

/** Nobody works any more when the tampering begins: it would be mended. What the minute rang in their last moment isn't left. */
async function stopAtRest(): Promise<void> {
  for (;;) {
    await heal(world, () => undefined);
    await world.processes.stop();
    if (Object.keys(await openWork(world)).length === 0) return;
    await world.processes.start();
  }
}

afterAll(() => world.stop());

async function verdict(): Promise<string> {
  const [open, checks] = [await openWork(world), await lookAll(world)];
  return wrongs({ open, checks, processes: {}, lastWords: [] }).join('\n');
}

/** Past every trigger and key. */
const tamper = (sql: string) => world.database.ask(`set session_replication_role = replica; ${sql}`);

/** Says what the comparison says meanwhile. */
async function whileTampered(sql: string, back: string): Promise<string> {
  await tamper(sql);
  try {
    return await verdict();
  } finally {
    await tamper(back);
  }
}

const ENTRY = `(select min(id) from "LedgerEntry" where unit = 'points' and kind = 'order' and amount > 0)`;
const ITS_MEMBER = `(select "memberId" from "LedgerEntry" where id = ${ENTRY})`;
const ORDER = `(select min("orderId") from "LedgerEntry" where kind = 'order')`;
const ofDoubled = `"sourceKey" like '%/again'`;

describe('the comparison of the torture', () => {
  it('finds nothing where nothing was tampered with', async () => {
    expect(await verdict()).toBe('');
  });

  it('names a number that differs from its entries when one entry is changed', async () => {
    const change = (by: string) => `update "LedgerEntry" set amount = amount ${by} where id = ${ENTRY}`;
    expect(await whileTampered(change('+ 1'), change('- 1'))).toContain('numbers differ from their entries');
  });

  it('names the member whose points were changed with the entry', async () => {
    const change = (by: string) =>
      `update "LedgerEntry" set amount = amount ${by}, "balanceAfter" = "balanceAfter" ${by} where id = ${ENTRY};
       update "Member" set points = points ${by} where id = ${ITS_MEMBER}`;
    const said = await whileTampered(change('+ 5'), change('- 5'));
    expect(said).toMatch(/customer \d+: has .*; by the replay/);
    expect(said).toMatch(/shows \d+ points; stored/);
  });

  it('names the member who got an entry twice under another source key', async () => {
    const columns = '"shopId", "memberId", unit, kind, "orderId", amount, "balanceAfter", explanation';
    const copied = `insert into "LedgerEntry" (${columns}, seq, "sourceKey", "occurredAt", "recordedAt")
      select ${columns}, 9999, "sourceKey" || '/again', "occurredAt", "recordedAt" from "LedgerEntry" where id = ${ENTRY}`;
    const of = (sign: string) =>
      `update "Member" m set points = points ${sign} e.amount from "LedgerEntry" e where e."memberId" = m.id and ${ofDoubled}`;
    const back = `${of('-')}; delete from "LedgerEntry" where ${ofDoubled}`;
    expect(await whileTampered(`${copied}; ${of('+')}`, back)).toMatch(/customer \d+: has .*; by the replay/);
  });

  it('names the order that is lost', async () => {
    const kept = 'create table kept_order as select * from "Order"';
    const lost = `${kept}; delete from "Order" where "orderId" = ${ORDER}`;
    const back = 'insert into "Order" select * from kept_order on conflict do nothing; drop table kept_order';
    expect(await whileTampered(lost, back)).toMatch(/order \d+ is lost/);
  });

  it('names the order that is taken for deleted', async () => {
    const mark = (at: string) => `update "Order" set "missingSince" = ${at} where "orderId" = ${ORDER}`;
    expect(await whileTampered(mark('now()'), mark('null'))).toMatch(/order \d+ is taken for deleted/);
  });

  it('names an order that is set aside', async () => {
    const aside = `insert into "SetAsideOrder" ("shopId", "orderId", step, revision, reason, since, "tryAgainAt")
      select id, 1, 'read', 0, 'tampered', now(), now() + interval '1 day' from "Shop" limit 1`;
    expect(await whileTampered(aside, 'delete from "SetAsideOrder"')).toContain('1 orders set aside');
  });

  it('names a job that waits', async () => {
    const waits = `select graphile_worker.add_job('check_ledger', job_key => 'tampered')`;
    const back = `select graphile_worker.remove_job('tampered')`;
    expect(await whileTampered(waits, back)).toContain('1 jobs of check_ledger');
  });

  it('names a member whom nobody rang for', async () => {
    const rev = (by: string) => `update "Member" set rev = rev ${by} where id = ${ITS_MEMBER}`;
    expect(await whileTampered(rev('+ 1'), rev('- 1'))).toContain('1 unsynced members');
  });

  const VOUCHER = `(select min(id) from "Voucher" where cause like 'redeem/%')`;

  it('names a reward that is released and shouldn’t be', async () => {
    const states = 'create table kept_states as select id, state from "Voucher"';
    const back = `update "Voucher" v set state = k.state from kept_states k where k.id = v.id; drop table kept_states`;
    // One that was given, where all that were taken were given back.
    const stays = `(select id from "Voucher" where state in ('held', 'used') order by cause like 'redeem/%' desc, id limit 1)`;
    const change = `${states}; update "Voucher" set state = 'released' where id = ${stays}`;
    expect(await whileTampered(change, back)).toMatch(/is released; by the replay (held|used)/);
  });

  it('names a reward that was answered and is lost', async () => {
    const kept = `create table kept_vouchers as select * from "Voucher" where id = ${VOUCHER}`;
    const lost = `${kept}; delete from "Voucher" where id = ${VOUCHER}`;
    const back = 'insert into "Voucher" select * from kept_vouchers; drop table kept_vouchers';
    expect(await whileTampered(lost, back)).toMatch(/was answered and isn't there/);
  });

  it('names a reward that lasts longer than its terms say', async () => {
    const days = (by: string) =>
      `update "Voucher" set "validUntil" = "validUntil" ${by} where id = ${VOUCHER}`;
    expect(await whileTampered(days('+ 1'), days('- 1'))).toMatch(/lasts from \S+ to \S+; by its terms from/);
  });

  it('names a reward that was had oftener than its limits say, and one that opened and isn’t shown', async () => {
    const kept = 'create table kept_rules as select "shopId", number, rules from "ProgramVersion"';
    const none = '{"limits": {"perPerson": 0, "perPeriod": null, "inAll": null}}';
    const limited = `update "ProgramVersion" set rules = jsonb_set(rules, '{rewards}', (select jsonb_agg(r || '${none}')
      from jsonb_array_elements(rules -> 'rewards') r)) where jsonb_array_length(rules -> 'rewards') > 0`;
    const back = `update "ProgramVersion" v set rules = k.rules from kept_rules k where k."shopId" = v."shopId" and k.number = v.number; drop table kept_rules`;
    expect(await whileTampered(`${kept}; ${limited}`, back)).toMatch(/was taken with 0 before, of 0 each/);
    const states = 'create table kept_held as select id, state, opens from "Voucher"';
    const hidden = `${states}; update "Voucher" set state = 'held', opens = true where id = ${VOUCHER}`;
    const shown = `update "Voucher" v set state = k.state, opens = k.opens from kept_held k where k.id = v.id; drop table kept_held`;
    expect(await whileTampered(hidden, shown)).toMatch(/opened on \S+ and is shown without its code/);
  });

  it('names points that were taken for a reward once more', async () => {
    const columns =
      '"shopId", "memberId", unit, kind, "orderId", amount, "balanceAfter", explanation, "voucherId"';
    const copied = `insert into "LedgerEntry" (${columns}, seq, "sourceKey", "occurredAt", "recordedAt")
      select ${columns}, 9999, "sourceKey" || '/again', "occurredAt", "recordedAt" from "LedgerEntry"
      where "voucherId" = ${VOUCHER} order by id limit 1`;
    const back = `delete from "LedgerEntry" where ${ofDoubled}`;
    expect(await whileTampered(copied, back)).toMatch(/has taken \d+; by the replay \d+ of \d+/);
  });

  it('names a code that works at Shopify and is nobody’s', async () => {
    const ready = `(select min(code) from "RewardCode" where state in ('ready', 'tampered'))`;
    const change = (to: string) => `update "RewardCode" set state = '${to}' where code = ${ready}`;
    expect(await whileTampered(change('tampered'), change('ready'))).toMatch(/is at Shopify and nobody's/);
  });

  it('names a book of lots that has less than the balance', async () => {
    // Few have so many entries that a book of theirs is kept: one is made up, without a lot.
    const made = `insert into "LotBook" ("shopId", "memberId", unit, through)
      select "shopId", "memberId", unit, seq from "LedgerEntry" e where unit = 'points' and "balanceAfter" > 0
        and not exists (select 1 from "LotBook" b where b."memberId" = e."memberId" and b.unit = e.unit)
      order by id limit 1`;
    const back = `delete from "LotBook" b using "LedgerEntry" e
      where e."memberId" = b."memberId" and e.unit = b.unit and e.seq = b.through and e."balanceAfter" > 0
        and not exists (select 1 from "OpenLot" l where l."memberId" = b."memberId" and l.unit = b.unit)`;
    expect(await whileTampered(made, back)).toMatch(/the book of \d+ has 0/);
  });

  it('names an order that is stored without its codes', async () => {
    const kept = `create table kept_codes as select "orderId", codes from "Order"`;
    const back = `update "Order" o set codes = k.codes from kept_codes k where k."orderId" = o."orderId"; drop table kept_codes`;
    expect(await whileTampered(`${kept}; update "Order" set codes = '{}'`, back)).toMatch(
      /without its codes/,
    );
  });

  it('names the customer whose metafield says something else', async () => {
    const shop = world.histories[0]!.shop;
    const shown = [...shop.customers.values()].flatMap(({ metafields }) =>
      Object.values(metafields).filter(({ key }) => key === 'loyalty'),
    );
    const metafield = shown[0]!;
    const before = metafield.value;
    const said = JSON.parse(before) as { points: number };
    metafield.value = JSON.stringify({ ...said, points: said.points + 1 });
    expect(await verdict()).toMatch(/customer \d+: shows \d+ points/);
    metafield.value = before;
    expect(await verdict()).toBe('');
  });

  it('names a gift that was due and never came, and points that are no gift’s', async () => {
    const kept = `create table kept_gifts as select * from "Gift" where "momentKey" is not null`;
    const lost = `${kept}; delete from "Gift" where "momentKey" is not null`;
    const back = 'insert into "Gift" select * from kept_gifts; drop table kept_gifts';
    const said = await whileTampered(lost, back);
    expect(said).toMatch(/never got welcome\/1/);
    expect(said).toMatch(/are no gift's/);
  });

  it('names a gift that its version doesn’t offer', async () => {
    const change = (by: string) =>
      `update "Gift" set "programVersion" = "programVersion" ${by} where cause = 'welcome/1'`;
    expect(await whileTampered(change('+ 1000'), change('- 1000'))).toContain('has no such moment');
  });

  it('names a notice that Flow heard once too often', async () => {
    const { shop, customers, joined } = world.histories[0]!;
    const { messages } = shop.flow;
    const heard = messages.find(({ payload }) => {
      const id = String(payload['customer_id']);
      return customers.includes(id) && !joined.has(id);
    });
    messages.push(...(heard ? [heard, heard, heard] : []));
    expect(await verdict()).toMatch(/notice-\S+ came \d+ times/);
    messages.splice(-3);
    expect(await verdict()).toBe('');
  });

  it('names an order of the past that earns, though nobody said so', async () => {
    const past = `"orderId" = any(array[${[...world.histories[0]!.past].join()}]::bigint[])`;
    const kept = `create table kept_past as select "orderId", "programVersion" from "Order" where ${past}`;
    const change = `${kept}; update "Order" set "programVersion" = 2 where ${past}`;
    const back = `update "Order" o set "programVersion" = k."programVersion" from kept_past k where k."orderId" = o."orderId"; drop table kept_past`;
    expect(await whileTampered(change, back)).toMatch(/earns, and nobody said so|by the replay/);
  });

  it('names a date that nobody told, points of who was merged, and a choice that is open past its day', async () => {
    // Of who was two once, or left and came back, not all is reckoned.
    const { customers, departed, joined } = world.histories[0]!;
    const reckoned = customers.filter((id) => !departed.has(id) && !joined.has(id)).join();
    const born = `create table kept_birth as select id, "birthMonth" as month, "birthDay" as day, "birthdaySetOn" as "on" from "Member"
        where "mergedIntoId" is null and "erasedAt" is null and "customerId" in (${reckoned}) order by id limit 1;
      update "Member" m set "birthMonth" = 2, "birthDay" = 3, "birthdaySetOn" = '2020-01-01' from kept_birth k where m.id = k.id`;
    const unborn = `update "Member" m set "birthMonth" = k.month, "birthDay" = k.day, "birthdaySetOn" = k."on" from kept_birth k
        where m.id = k.id;
      drop table kept_birth`;
    expect(await whileTampered(born, unborn)).toMatch(/ has \S* and 2-3 in place of/);
    const kept = `create table kept_gifts as select "memberId", cause, state, offers, "openUntil" from "Gift" where cause = 'welcome/1'`;
    const two = '[{"kind": "points", "points": 1}, {"kind": "points", "points": 2}]';
    const open = `${kept}; update "Gift" set state = 'open', offers = '${two}', "openUntil" = '2020-01-01' where cause = 'welcome/1'`;
    const back = `update "Gift" g set state = k.state, offers = k.offers, "openUntil" = k."openUntil" from kept_gifts k
      where k."memberId" = g."memberId" and k.cause = g.cause; drop table kept_gifts`;
    expect(await whileTampered(open, back)).toMatch(/is open past its last day/);
    const merged = `create table kept_merge as select min(id) as id, max(id) as other from "Member" where "erasedAt" is null and points > 0;
      update "Member" m set "mergedIntoId" = k.other from kept_merge k where m.id = k.id`;
    const parted = `update "Member" m set "mergedIntoId" = null from kept_merge k where m.id = k.id; drop table kept_merge`;
    expect(await whileTampered(merged, parted)).toMatch(/member \d+ has points still/);
  });
});
