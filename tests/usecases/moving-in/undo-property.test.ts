// Whatever comes between a file and its undoing, each has what they would have without it, or keeps what it brought, and is named.
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { nextId } from '#tests/support/factories.ts';
import { readyFile, sayOrFail } from '#tests/support/moving-file.ts';
import { day } from '#tests/support/past-shop.ts';
import { merge, redact } from '#tests/support/people.ts';
import { installedShop, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

vi.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }));

useDatabase();

const WHO = ['9001', '9002', '9003'] as const;
const who = fc.constantFrom(...WHO);
const points = fc.integer({ min: 1, max: 40 });
const event = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('buys' as const), who, points }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('brings back' as const), nr: fc.nat(12) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('spends' as const), who, points }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('becomes' as const), who, other: who }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('is erased' as const), who }) },
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

type Bought = { told: ReturnType<typeof day>; by: Person; points: number; isBack: boolean };
/** `touched`: something was taken, merged or erased, so that what the file brought may be whole no longer. */
type Person = { files: Map<string, number[]>; spent: number; touched: boolean; isErased: boolean };

const nobody = (): Person => ({ files: new Map(), spent: 0, touched: false, isErased: false });

/** The plainest reckoning: a point for each 1.00 that is kept, what files brought, less what was spent. */
class Reckoning {
  readonly bought: Bought[] = [];
  readonly merged = new Set<string>();
  readonly people = new Map<string, Person>(WHO.map((one) => [one, nobody()]));

  person(by: string): Person {
    return this.people.get(by)!;
  }

  without(one: Person, file: string): number {
    const kept = this.bought.filter(({ by, isBack }) => by === one && !isBack);
    const others = [...one.files].flatMap(([id, amounts]) => (id === file ? [] : amounts));
    return [...kept.map((each) => each.points), ...others].reduce((sum, each) => sum + each, 0) - one.spent;
  }
}

async function happen(shop: TestShop, all: Reckoning, event: Event, second: number): Promise<void> {
  if (event.does === 'buys') {
    const told = day('2026-11-22', event.points * 100, event.who);
    all.bought.push({ told, by: all.person(event.who), points: event.points, isBack: false });
    await tellAndApply(shop, told);
  } else if (event.does === 'brings back') {
    const one = all.bought[event.nr % Math.max(all.bought.length, 1)];
    if (!one || one.isBack || one.by.isErased) return;
    one.isBack = true;
    one.by.touched = true;
    const updatedAt = `2026-11-23T10:00:${String(second).padStart(2, '0')}Z`;
    const lines = one.told.lines.map((line) => ({ ...line, currentQuantity: 0 }));
    await tellAndApply(shop, { ...one.told, updatedAt, lines });
  } else if (event.does === 'spends') {
    const memberId = await survivorOf(shop, event.who);
    if (memberId === null) return;
    const once = { reason: 'x', belowZero: false, madeBy: '42', requestKey: nextId() };
    const { ok } = await adjustMember(shop.id, memberId, { ...once, unit: 'points', amount: -event.points });
    if (!ok) return;
    all.person(event.who).spent += event.points;
    all.person(event.who).touched = true;
  } else if (event.does === 'becomes') {
    const [gone, kept] = [all.person(event.who), all.person(event.other)];
    // A customer who was merged is gone at Shopify, and is merged no more.
    if (gone === kept || all.merged.has(event.who) || all.merged.has(event.other)) return;
    if ((await survivorOf(shop, event.who)) === null) return;
    await merge(shop, event.other, event.who);
    all.merged.add(event.who);
    kept.touched = true;
    kept.spent += gone.spent;
    for (const [id, amounts] of gone.files) kept.files.set(id, [...(kept.files.get(id) ?? []), ...amounts]);
    for (const one of all.bought) if (one.by === gone) one.by = kept;
    for (const [by, person] of all.people) if (person === gone) all.people.set(by, kept);
  } else {
    const gone = all.person(event.who);
    gone.isErased = true;
    const customers = [...all.people].filter(([, person]) => person === gone).map(([by]) => by);
    const fresh = customers.map((by) => [by, nobody()] as const);
    for (const by of customers) await redact(shop, by);
    for (const [by, person] of fresh) all.people.set(by, person);
  }
}

async function survivorOf(shop: TestShop, customerId: string): Promise<string | null> {
  const { rows } = await pool().query<{ id: string }>(
    `select coalesce(s.id, m.id)::text as id from "Member" m left join lateral survivors_of($1, m."mergedIntoId") as u on true
       left join "Member" s on s."shopId" = $1 and s.id = u.id and s."mergedIntoId" is null
     where m."shopId" = $1 and m."customerId" = $2 order by s.id nulls last limit 1`,
    [shop.id, customerId],
  );
  return rows[0]?.id ?? null;
}

async function pointsOf(shop: TestShop, memberId: string): Promise<number> {
  const { rows } = await pool().query<{ points: number }>(
    'select points::int from "Member" where "shopId" = $1 and id = $2',
    [shop.id, memberId],
  );
  return rows[0]!.points;
}

type Keeps = { keeps: { memberId: string; points: number }[] };

async function keepsOf(shop: TestShop, id: string): Promise<Map<string, number>> {
  const { rows } = await pool().query<{ preview: Keeps }>(
    'select preview from "MovingIn" where "shopId" = $1 and id = $2',
    [shop.id, id],
  );
  const sums = new Map<string, number>();
  for (const { memberId, points: kept } of rows[0]!.preview.keeps)
    sums.set(memberId, (sums.get(memberId) ?? 0) + kept);
  return sums;
}

/** @returns how many members keep something of it */
async function undo(shop: TestShop, all: Reckoning, id: string): Promise<number> {
  await sayOrFail(shop, 'undo', id);
  const keeps = await keepsOf(shop, id);
  for (const by of WHO) {
    const memberId = await survivorOf(shop, by);
    if (memberId === null) continue;
    const person = all.person(by);
    const kept = keeps.get(memberId) ?? 0;
    expect(await pointsOf(shop, memberId)).toBe(all.without(person, id) + kept);
    if (!person.touched) expect(kept).toBe(0);
    if (kept > 0) person.files.set(id, [kept]);
    else person.files.delete(id);
  }
  return keeps.size;
}

async function bring(shop: TestShop, all: Reckoning, amounts: readonly number[]): Promise<string> {
  const rows = WHO.flatMap((one, nr) =>
    WHO.slice(0, nr).some((other) => all.person(other) === all.person(one))
      ? []
      : [{ who: one, points: amounts[nr] ?? 0 }],
  );
  const id = await readyFile(shop, rows);
  await sayOrFail(shop, 'apply', id);
  for (const row of rows) if (row.points > 0) all.person(row.who).files.set(id, [row.points]);
  return id;
}

it('C136 C36 C63 undone after anything, in any order, it is as if it had never been, but for who spent of it', async () => {
  let kept = 0;
  const events = fc.array(event, { maxLength: 5 });
  const amounts = fc.tuple(points, points, fc.constantFrom(0, 7));
  const property = fc.asyncProperty(
    ...[events, events, events, events],
    amounts,
    amounts,
    fc.boolean(),
    async (before, between, after, last, first, second, isOldestFirst) => {
      const shop = await installedShop();
      const all = new Reckoning();
      let nr = 0;
      const goThrough = async (some: readonly Event[]) => {
        for (const one of some) await happen(shop, all, one, (nr += 1));
      };
      await goThrough(before);
      const ids = [await bring(shop, all, first)];
      await goThrough(between);
      ids.push(await bring(shop, all, second));
      await goThrough(after);
      if (!isOldestFirst) ids.reverse();
      kept += await undo(shop, all, ids[0]!);
      await goThrough(last);
      kept += await undo(shop, all, ids[1]!);
      expect(await figureMismatches(pool(), shop.id)).toEqual([]);
    },
  );
  await fc.assert(property, { numRuns: 15 });
  expect(kept).toBeGreaterThan(0);
});
