// A version published while gifts are given: none comes twice, none past the most, none by rules that aren't in force any more, and what
// was given stays as it was.
import { describe, expect, it } from 'vitest';
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { lockPublishing } from '#app/db/moments/version-in-force.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { publishProgram } from '#app/usecases/editing/publish-program.ts';
import { saveDraft } from '#app/usecases/editing/save-draft.ts';
import { beginList } from '#app/usecases/moments/begin-list.ts';
import { giveLists } from '#app/usecases/moments/give-lists.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { cutOffAfter } from '#tests/support/cut-off.ts';
import { occasion, rules } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { bought, counted, momentGifts, momentShop, noon } from '#tests/support/moment-shop.ts';
import { giftsOf, memberWith, type OccasionShop } from '#tests/support/occasions.ts';
import { addVersion } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const DAY = '2027-02-01';
const fifty = momentRule('nth-order', { key: 'a', when: { n: 1, every: true } });
const seventy: MomentRule = { ...fifty, offers: [{ kind: 'points', points: 70 }] };
const thanks = momentRule('by-hand', { key: 'thanks' });
const worth = (most: number): MomentRule => ({ ...fifty, ceiling: { of: 'points', most } });

async function buyers(shop: OccasionShop, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let nr = 0; nr < count; nr += 1) {
    const { id } = await memberWith(shop);
    await counted(shop, id, 0);
    await bought(shop, id, [DAY]);
    ids.push(id);
  }
  return ids;
}

/** The third version comes after the work has read the second, and before it gives. */
async function publishedBetween(shop: OccasionShop, after: ProgramRules, work: () => Promise<unknown>) {
  const giving = await withTransaction(async (client) => {
    await lockPublishing(client, shop.id);
    const begun = work();
    await waitsForPublishing(shop.id);
    await addVersion(shop.id, 3, after, `${DAY}T11:00:00Z`);
    return { begun };
  });
  await giving.begun;
}

async function waitsForPublishing(shopId: number): Promise<void> {
  const waiting = async () => {
    const text = `select 1 from pg_locks where locktype = 'advisory' and objid = $1 and not granted`;
    return (await pool().query(text, [shopId])).rowCount;
  };
  await expect.poll(waiting, { timeout: 10_000 }).toBeGreaterThan(0);
}

const sweep = (shop: OccasionShop) => sweepMoments(shop.id, noon(DAY));
const two = (gift: string) => [gift, gift];

describe('C166 a version published while a sweep gives', () => {
  it.each<[string, Partial<ProgramRules>, string[]]>([
    ['takes the moment out', { moments: [] }, []],
    ['changes what it gives', { moments: [seventy] }, two('a/1 given 70')],
    ['lowers its most below two', { moments: [worth(50)] }, ['a/1 given 50']],
    ['lowers its most to nothing that fits', { moments: [worth(49)] }, []],
    ['makes it another order’s', { moments: [{ ...fifty, when: { n: 2, every: false } } as MomentRule] }, []],
    ['makes it another kind', { moments: [{ ...thanks, key: 'a' }] }, []],
    ['pauses the program', { moments: [fifty], paused: true }, []],
    ['pauses the moment', { moments: [fifty], pausedMoments: ['a'] }, []],
    ['changes something else', { moments: [fifty], leftOutTags: [] }, two('a/1 given 50')],
  ])('%s: it counts at once', async (_what, after, gifts) => {
    const shop = await momentShop([fifty]);
    await buyers(shop, 2);
    await publishedBetween(shop, rules(after), () => sweep(shop));
    expect(await momentGifts(shop)).toEqual(gifts);
    await sweep(shop);
    expect(await momentGifts(shop)).toEqual(gifts);
  });

  it('a birthday’s points are those of the version in force', async () => {
    const [before, after] = [5, 9].map((points) => occasion({ offer: { kind: 'points', points } }));
    const shop = await momentShop([], { rules: { occasions: [before!] } });
    await memberWith(shop, { month: 2, day: 1, setOn: '2026-01-01' });
    await publishedBetween(shop, rules({ occasions: [after!] }), () => sweep(shop));
    expect(await giftsOf(shop)).toMatchObject([{ amount: 9 }]);
  });

  it('a most below what was given gives nobody more, and takes nothing back', async () => {
    const shop = await momentShop([fifty]);
    await buyers(shop, 2);
    await sweep(shop);
    await buyers(shop, 2);
    // As if the day hadn't been swept before.
    await pool().query('update "Shop" set "sweptThrough" = $2::date - 1 where id = $1', [shop.id, DAY]);
    await publishedBetween(shop, rules({ moments: [worth(60)] }), () => sweep(shop));
    expect(await momentGifts(shop)).toEqual(two('a/1 given 50'));
  });

  it('beside a sweep of many nothing comes by the version before once it was told', async () => {
    const shop = await momentShop([fifty]);
    const ids = await buyers(shop, 210);
    const saved = await saveDraft(shop.id, { rules: rules({ moments: [seventy] }), draftRevision: 1 });
    if (!saved.ok) throw new Error(saved.reason);
    const sweeping = sweep(shop);
    await expect.poll(async () => (await momentGifts(shop)).length).toBeGreaterThan(0);
    const publish = { draftRevision: saved.draftRevision, publishedBy: '42' };
    expect(await publishProgram(shop.id, publish)).toEqual({ ok: true, version: 3 });
    const before = await momentGifts(shop);
    await sweeping;
    const gifts = await momentGifts(shop);
    expect(gifts).toHaveLength(ids.length);
    expect(gifts.filter((gift) => gift === 'a/1 given 50')).toHaveLength(before.length);
  });

  it(
    'killed after any deed and swept again by the next version, everybody has one gift',
    { timeout: 60_000 },
    async () => {
      for (let deed = 1; ; deed += 1) {
        const shop = await momentShop([fifty]);
        await buyers(shop, 2);
        const wasCut = await cutOffAfter(deed, () => sweep(shop));
        await addVersion(shop.id, 3, rules({ moments: [seventy] }), `${DAY}T11:00:00Z`);
        await sweep(shop);
        const gifts = await momentGifts(shop);
        expect(gifts, `after deed ${deed}`).toHaveLength(2);
        expect(new Set(gifts).size, `after deed ${deed}`).toBe(1);
        if (!wasCut) break;
        expect(deed).toBeLessThan(80);
      }
    },
  );
});

describe('C166 a version published while a list is given', () => {
  const KEY = '0b7c2f2e-0000-4000-8000-000000000001';
  const more: MomentRule = { ...thanks, offers: [{ kind: 'points', points: 70 }] };

  it.each<[string, Partial<ProgramRules>, string[]]>([
    ['takes the moment out', { moments: [] }, []],
    ['changes what it gives', { moments: [more] }, two(`thanks/${KEY} given 70`)],
    [
      'lowers its most',
      { moments: [{ ...thanks, ceiling: { of: 'points', most: 99 } }] },
      [`thanks/${KEY} given 50`],
    ],
    ['makes it another kind', { moments: [{ ...fifty, key: 'thanks' }] }, []],
    ['pauses the program', { moments: [thanks], paused: true }, []],
    ['pauses the moment', { moments: [thanks], pausedMoments: ['thanks'] }, []],
  ])('%s: it counts at once', async (_what, after, gifts) => {
    const shop = await momentShop([thanks]);
    const memberIds = [(await memberWith(shop)).id, (await memberWith(shop)).id];
    const press = {
      momentKey: 'thanks',
      memberIds,
      reason: 'x',
      requestKey: KEY,
      madeBy: '42',
      again: false,
    };
    expect(await beginList(shop.id, press, noon(DAY))).toEqual({ ok: true });
    await publishedBetween(shop, rules(after), () => giveLists(shop.id, noon(DAY)));
    expect(await momentGifts(shop)).toEqual(gifts);
    await giveLists(shop.id, noon(DAY));
    expect(await momentGifts(shop)).toEqual(gifts);
  });
});
