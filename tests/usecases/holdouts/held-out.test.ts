// Members held out by lot, from the publish that begins it to what is told of both groups.
import { describe, expect, it } from 'vitest';
import type { Holdout } from '#app/core/holdouts/holdout.ts';
import { isHeldOut } from '#app/core/holdouts/is-held-out.ts';
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { draftOf, publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishProgram } from '#app/usecases/editing/publish-program.ts';
import { saveDraft } from '#app/usecases/editing/save-draft.ts';
import { readHoldout } from '#app/usecases/holdouts/read-holdout.ts';
import { rules } from '#tests/support/factories.ts';
import { checkLedger } from '#tests/support/ledger-check.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { bought, giveBack, momentGifts, momentShop, noon, sweepOn } from '#tests/support/moment-shop.ts';
import { memberWith, type OccasionShop } from '#tests/support/occasions.ts';
import { merge } from '#tests/support/people.ts';
import { installedShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

/** Version 2 began it: what a moment shop's second version would have frozen. */
const HOLDOUT: Holdout = { percent: 50, salt: '2', until: '2027-03-31' };
const late = (more: Partial<MomentRule> = {}) =>
  momentRule('parcel-late', { key: 'late', holdout: HOLDOUT, ...(more as object) });

type Person = { id: string; customerId: string; order: string; isOut: boolean };

/** Each waits for a parcel that was promised for the fourth. */
async function waiting(shop: OccasionShop, people: number): Promise<Person[]> {
  const made: Person[] = [];
  for (let nr = 0; nr < people; nr += 1) {
    const { id, customerId } = await memberWith(shop);
    const [order = ''] = await bought(shop, id, ['2027-02-01'], { promisedOn: '2027-02-04' });
    made.push({ id, customerId, order, isOut: isHeldOut(HOLDOUT, id, '2027-02-06') });
  }
  return made;
}

const revs = async (shop: OccasionShop) =>
  (
    await pool().query<{ id: string; rev: number }>(
      'select id::text, rev from "Member" where "shopId" = $1',
      [shop.id],
    )
  ).rows;

/** As it is published. */
async function told(shop: OccasionShop, day: string, moment: MomentRule = late()) {
  return readHoldout(shop, moment, noon(day));
}

describe('C163 who is held out', () => {
  it('was drawn once, gets a row and nothing else, and whoever wasn’t gets the gift', async () => {
    const shop = await momentShop([late()]);
    const people = await waiting(shop, 16);
    const before = await revs(shop);
    await sweepOn(shop, '2027-02-06', '2027-02-07', '2027-02-06', '2027-02-10');
    for (const { id, order, isOut } of people) {
      expect(await momentGifts(shop, id)).toEqual([`late/${order} ${isOut ? 'held-out' : 'given 50'}`]);
    }
    const touched = (await revs(shop)).filter(
      ({ id, rev }) => before.find((one) => one.id === id)?.rev !== rev,
    );
    expect(touched.map(({ id }) => id).sort()).toEqual(
      people.flatMap(({ id, isOut }) => (isOut ? [] : [id])).sort(),
    );
    expect(new Set(people.map(({ isOut }) => isOut)).size).toBe(2);
    expect(await checkLedger(pool())).toBeUndefined();
  });

  it('is nobody once the planned day is over, though what was missed stays missed', async () => {
    const ended = { ...HOLDOUT, until: '2027-02-05' };
    const shop = await momentShop([late({ holdout: ended })]);
    const people = await waiting(shop, 6);
    await sweepOn(shop, '2027-02-06');
    expect(await momentGifts(shop)).toHaveLength(people.length);
    expect((await momentGifts(shop)).every((gift) => gift.endsWith(' given 50'))).toBe(true);
  });

  it('uses nothing of what the moment may give in all, and that is reached exactly', async () => {
    const shop = await momentShop([late({ ceiling: { of: 'points', most: 150 } })]);
    const people = await waiting(shop, 20);
    await sweepOn(shop, '2027-02-06', '2027-02-07');
    const gifts = await momentGifts(shop);
    expect(gifts.filter((gift) => gift.endsWith(' given 50'))).toHaveLength(3);
    expect(people.filter(({ isOut }) => !isOut).length).toBeGreaterThan(3);
  });

  it('is one person with whom Shopify merged them: the lot of who stays, over the border of the groups too', async () => {
    // Of late parcels one in ninety days is made good: the second has to come long after.
    const long = late({ holdout: { ...HOLDOUT, until: '2027-12-31' } });
    const shop = await momentShop([long]);
    const people = await waiting(shop, 16);
    const [out, free] = [people.find(({ isOut }) => isOut)!, people.find(({ isOut }) => !isOut)!];
    await sweepOn(shop, '2027-02-06');
    await merge(shop, out.customerId, free.customerId, noon('2027-02-08'));
    const [order] = await bought(shop, out.id, ['2027-06-01'], { promisedOn: '2027-06-04' });
    await sweepOn(shop, '2027-06-06');
    expect((await momentGifts(shop, out.id)).at(-1)).toBe(`late/${order} held-out`);
    const result = await told(shop, '2027-06-20', long);
    if (result.state !== 'running') throw new Error(result.state);
    const others = people.filter(({ id }) => id !== free.id);
    expect(result.heldOut.people).toBe(others.filter(({ isOut }) => isOut).length);
    expect(result.given.people).toBe(others.filter(({ isOut }) => !isOut).length);
  });
});

describe('C163 what both groups are told to have bought', () => {
  it('is what they kept between their day and the planned one, refunds of later taken off', async () => {
    const shop = await momentShop([late()]);
    const people = await waiting(shop, 12);
    await sweepOn(shop, '2027-02-06');
    const [out] = people.filter(({ isOut }) => isOut);
    const inAll = people.filter(({ isOut }) => isOut).length;
    // On the day itself, after it, on the planned day, and past it.
    const orders = await bought(shop, out!.id, ['2027-02-06', '2027-02-07', '2027-03-31', '2027-04-01']);
    const kept = async () => {
      const result = await told(shop, '2027-03-31');
      if (result.state !== 'running') throw new Error(result.state);
      return {
        money: Math.round((result.heldOut.kept?.middle ?? 0) * inAll),
        orders: Math.round((result.heldOut.orders?.middle ?? 0) * inAll),
        given: result.given.kept?.middle,
      };
    };
    expect(await kept()).toEqual({ money: 2_000, orders: 2, given: 0 });
    await giveBack(shop, [orders[1]!]);
    expect(await kept()).toEqual({ money: 1_000, orders: 1, given: 0 });
    // A gift by the merchant's own hand moves nobody to the other group.
    await pool().query(
      `insert into "Gift" ("shopId", "memberId", cause, "requestHash", gives, "programVersion", state, "givenAt")
       values ($1, $2, 'hand/1', '', '{"kind":"points","points":5}', 2, 'given', '2027-02-09')`,
      [shop.id, out!.id],
    );
    expect(await kept()).toEqual({ money: 1_000, orders: 1, given: 0 });
  });

  it('is nothing where nobody is held out, and no verdict of so few', async () => {
    const shop = await momentShop([late()]);
    await waiting(shop, 4);
    await sweepOn(shop, '2027-02-06');
    expect(await told(shop, '2027-04-01')).toMatchObject({ state: 'too-few' });
    expect(await told(shop, '2027-04-01', momentRule('parcel-late', { key: 'late' }))).toEqual({
      state: 'not-measured',
    });
    expect(await readHoldout(shop, null)).toEqual({ state: 'not-measured' });
    const never = late({ holdout: { ...HOLDOUT, salt: 'draft' } });
    expect(await told(shop, '2027-04-01', never)).toEqual({ state: 'not-measured' });
  });
});

describe('C163 a comparison that is published', () => {
  it('is frozen with that version, in the draft too; another share begins anew, and stopping ends it', async () => {
    const shop = await installedShop();
    let revision = 1;
    const publish = async (holdout: Holdout | undefined) => {
      const moment = momentRule('by-hand', { key: 'thanks', ...(holdout && { holdout }) });
      const saved = await saveDraft(shop.id, {
        rules: rules({ moments: [moment] }),
        draftRevision: revision,
      });
      if (!saved.ok) throw new Error(saved.reason);
      revision = saved.draftRevision;
      const by = { draftRevision: revision, publishedBy: '42' };
      const published = await publishProgram(shop.id, by);
      expect(await publishProgram(shop.id, by)).toEqual(published);
      return published;
    };
    const salts = async () => {
      const [program, draft] = [await shopProgram(pool(), shop.id), await draftOf(pool(), shop.id)];
      const saltOf = (of: ReturnType<typeof upgradeRules>) => of.moments?.[0]?.holdout?.salt;
      return [saltOf(publishedVersion(program!).rules), saltOf(upgradeRules(draft!.draft))];
    };
    const typed = { ...HOLDOUT, salt: 'draft' };
    expect(await publish(typed)).toEqual({ ok: true, version: 2 });
    expect(await salts()).toEqual(['2', '2']);
    // Typed away and back: nothing new.
    expect(await publish(typed)).toEqual({ ok: true, version: 2 });
    expect(await salts()).toEqual(['2', '2']);
    expect(await publish({ ...typed, percent: 20 })).toEqual({ ok: true, version: 3 });
    expect(await salts()).toEqual(['3', '3']);
    await publish(undefined);
    expect(await salts()).toEqual([undefined, undefined]);
    await publish({ ...typed, salt: '3', percent: 20 });
    expect(await salts()).toEqual(['5', '5']);
  });
});
