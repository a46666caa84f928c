// The job of a file may be killed between any two statements, and after any word of Shopify's: whatever runs next ends the same.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { goOnMoving } from '#app/usecases/moving-in/go-on-moving.ts';
import { sayAboutMoving } from '#app/usecases/moving-in/say-about-moving.ts';
import { cutOffAfter } from '#tests/support/cut-off.ts';
import { at, rules } from '#tests/support/factories.ts';
import {
  forgetMovedMembers,
  readyFile,
  sayOrFail,
  sendMovingFile,
  workOnMoving,
} from '#tests/support/moving-file.ts';
import { addVersion } from '#tests/support/shops.ts';

// Looks follow each other at once: what is waited for is done by the test itself.
vi.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }));

const local = useLocalShopify(1);
let shop: InstalledShop;
let customers: string[];

beforeAll(async () => {
  shop = await local.install(0);
  local.shopify().throttle(shop.domain).configure(1_000_000);
  await addVersion(shop.id, 9, rules(), at('08:00'));
  customers = [...shop.local.customers.keys()].slice(0, 3);
});

const rows = () =>
  customers.map((who, nr) => ({
    ...{ who, points: 10 * (nr + 1), leftOut: nr === 1, joinedOn: '2023-04-05' },
    birthday: nr === 2 ? { month: 5, day: 3, year: null } : null,
  }));

type Found = { points: number; entries: number };

async function members(): Promise<Found[]> {
  const { rows: found } = await pool().query<Found>(
    `select m."customerId"::text as who, m.points::int, m.blocked, m."joinedOn"::text, m."birthMonth" as month,
       (select count(*)::int from "LedgerEntry" e where e."shopId" = $1 and e."memberId" = m.id) as entries,
       (select count(*)::int from "MovedMember" k where k."shopId" = $1 and k."memberId" = m.id) as marks
     from "Member" m where m."shopId" = $1 order by m.points, m.id`,
    [shop.id],
  );
  return found;
}

/** At each deed once; returns how many there were. */
async function atEachDeed(
  begin: () => Promise<() => Promise<unknown>>,
  whole: () => Promise<void>,
): Promise<number> {
  for (let deed = 1; ; deed += 1) {
    await forgetMovedMembers(shop);
    const work = await begin();
    const wasCut = await cutOffAfter(deed, work);
    await work();
    await whole();
    if (!wasCut) return deed;
  }
}

describe('C136 a job of a file that is killed anywhere', () => {
  it('while customers are looked for', { timeout: 240_000 }, async () => {
    const text = ['customer id,points', ...customers.map((one) => `${one},5`), '99,5'].join('\n');
    const deeds = await atEachDeed(
      async () => {
        await sendMovingFile(shop, text);
        return () => goOnMoving(shop.id);
      },
      async () => {
        const { file, preview } = await workOnMoving(shop);
        expect(file).toMatchObject({ step: 'ready' });
        expect(preview).toMatchObject({ rows: 4, ready: 3, problems: { 'not-found': 1 } });
      },
    );
    expect(deeds).toBeGreaterThan(8);
  });

  it('while it is applied', { timeout: 240_000 }, async () => {
    const deeds = await atEachDeed(
      async () => {
        const id = await readyFile(shop, rows());
        return async () => {
          await sayAboutMoving(shop.id, { do: 'apply', id });
          await goOnMoving(shop.id);
        };
      },
      async () => {
        expect((await workOnMoving(shop)).file).toMatchObject({ step: 'applied', members: 3, points: 60 });
        expect(await members()).toMatchObject([
          { points: 10, blocked: false, entries: 1, marks: 1, joinedOn: '2023-04-05', month: null },
          { points: 20, blocked: true, entries: 1, marks: 1, joinedOn: '2023-04-05', month: null },
          { points: 30, blocked: false, entries: 1, marks: 1, joinedOn: '2023-04-05', month: 5 },
        ]);
        expect(await figureMismatches(pool(), shop.id)).toEqual([]);
      },
    );
    expect(deeds).toBeGreaterThan(20);
  });

  it('while it is undone', { timeout: 240_000 }, async () => {
    const deeds = await atEachDeed(
      async () => {
        const id = await readyFile(shop, rows());
        await sayOrFail(shop, 'apply', id);
        return async () => {
          await sayAboutMoving(shop.id, { do: 'undo', id });
          await goOnMoving(shop.id);
        };
      },
      async () => {
        expect((await workOnMoving(shop)).file).toMatchObject({ step: 'undone', spentMembers: 0 });
        for (const one of await members()) {
          expect(one).toMatchObject({ points: 0, blocked: false, entries: 2, marks: 0, month: null });
          expect(one).not.toMatchObject({ joinedOn: '2023-04-05' });
        }
        expect(await figureMismatches(pool(), shop.id)).toEqual([]);
      },
    );
    expect(deeds).toBeGreaterThan(20);
  });
});

it('C136 said twice and done twice, side by side, a file is applied and undone once', async () => {
  await forgetMovedMembers(shop);
  const id = await readyFile(shop, rows());
  for (const what of ['apply', 'undo'] as const) {
    const said = await Promise.all([1, 2, 3].map(() => sayAboutMoving(shop.id, { do: what, id })));
    expect(said.map(({ ok }) => ok)).toEqual([true, true, true]);
    await Promise.all([1, 2, 3].map(() => goOnMoving(shop.id)));
    expect((await workOnMoving(shop)).file).toMatchObject({ step: what === 'apply' ? 'applied' : 'undone' });
    expect((await members()).map(({ entries }) => entries)).toEqual(what === 'apply' ? [1, 1, 1] : [2, 2, 2]);
  }
});
