// Out of what a moment offers the member chooses one thing, once, until the last day.
import { describe, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { giftsOfHistory } from '#app/db/rewards/gifts-of-history.server.ts';
import { memberRewards } from '#app/db/rewards/member-rewards.server.ts';
import { unsyncedMembers } from '#app/db/storefront/sync.server.ts';
import { projectMember } from '#app/core/storefront/project-member.ts';
import { chooseGift } from '#app/usecases/choosing/choose-gift.ts';
import { lapseChoices } from '#app/usecases/choosing/lapse-choices.ts';
import { serveWaitingGifts } from '#app/usecases/rewards/serve-waiting-gifts.ts';
import { leaveProgram } from '#app/usecases/leaving/leave-program.ts';
import {
  CAUSE,
  choiceRows,
  choiceShop,
  memberWhoChooses,
  MUG,
  noonOf,
  THIRD,
} from '#tests/support/choices.ts';
import { rules } from '#tests/support/factories.ts';
import { checkLedger } from '#tests/support/ledger-check.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { memberWith, type OccasionShop } from '#tests/support/occasions.ts';
import { merge, redact } from '#tests/support/people.ts';
import { addReadyCodes, books, FIVE } from '#tests/support/rewards.ts';
import { addVersion } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

type Chooses = { day?: string; cause?: string };
const choose = (
  shop: OccasionShop,
  customerId: string,
  offer: number,
  { day = '2027-02-05', cause = CAUSE }: Chooses = {},
) => chooseGift(shop.id, customerId, { cause, offer }, noonOf(day));

async function shownOf(shop: OccasionShop, customerId: string, today: string) {
  const members = await unsyncedMembers(pool(), shop.id, 100, { at: new Date(), today });
  const found = members.find((member) => member.customerId === customerId);
  return found && projectMember(found.state(), []);
}

describe('S-08 the third order lets one choose', () => {
  it('shows what there is, gives what was chosen, and tells of it', async () => {
    const shop = await choiceShop();
    const { customerId } = await memberWhoChooses(shop);
    const shown = await shownOf(shop, customerId, '2027-02-05');
    const offers = [{ points: 50 }, { title: FIVE.title }, { title: MUG.title }];
    expect(shown?.choices).toEqual([{ cause: CAUSE, title: THIRD.title, until: '2027-02-17', offers }]);
    const done = await choose(shop, customerId, 2);
    expect(done).toMatchObject({ ok: true, waits: false, gift: { key: 'mug' } });
    expect(await choiceRows(shop)).toEqual([`${CAUSE} given 2`]);
    const held = await books(shop, customerId);
    expect(held.vouchers).toHaveLength(1);
    const after = await shownOf(shop, customerId, '2027-02-05');
    expect(after?.choices).toBeUndefined();
    const present = { title: THIRD.title, on: '2027-02-05', until: '2027-02-18', gift: { title: MUG.title } };
    expect(after?.presents).toEqual([present]);
    expect((await shownOf(shop, customerId, '2027-02-19'))?.presents).toBeUndefined();
  });

  it('gives points with why, on the day of choosing', async () => {
    const shop = await choiceShop();
    const { customerId } = await memberWhoChooses(shop);
    expect(await choose(shop, customerId, 0)).toMatchObject({ ok: true });
    const { rows } = await pool().query(
      `select kind, amount::int, explanation, "occurredAt" from "LedgerEntry" where "shopId" = $1 and "sourceKey" = $2`,
      [shop.id, CAUSE],
    );
    expect(rows).toEqual([
      {
        kind: 'gift',
        amount: 50,
        occurredAt: noonOf('2027-02-05'),
        explanation: {
          ...{ v: 1, moment: 'third', kind: 'nth-order', title: THIRD.title, points: 50, version: 2 },
          ...{ on: '2027-02-03', until: '2027-02-17' },
        },
      },
    ]);
    expect(await checkLedger(pool())).toBeUndefined();
  });

  it('the member’s page and the shopper’s history name the moment, and no hand', async () => {
    const shop = await choiceShop();
    const { id, customerId } = await memberWhoChooses(shop);
    await choose(shop, customerId, 1);
    // What a version calls it later was never said to the shopper.
    const renamed = { ...THIRD, title: { en: 'Three!', fr: 'Trois !' } };
    await addVersion(shop.id, 3, rules({ rewards: [FIVE, MUG], moments: [renamed] }), '2027-02-06T12:00:00Z');
    const { list } = await memberRewards(pool(), shop.id, id);
    expect(list.map(({ momentTitle }) => momentTitle)).toEqual([THIRD.title]);
    const told = await giftsOfHistory(pool(), shop.id, id, { from: null, before: null });
    expect(told.map(({ momentTitle }) => momentTitle)).toEqual([THIRD.title]);
  });

  it('C144 the same again is answered the same, another is told what was chosen', async () => {
    const shop = await choiceShop();
    const { customerId } = await memberWhoChooses(shop);
    const [first, again] = [await choose(shop, customerId, 1), await choose(shop, customerId, 1)];
    expect(again).toEqual(first);
    expect(await choose(shop, customerId, 0)).toMatchObject({
      ok: false,
      refusal: { reason: 'other-choice', gift: { key: 'five' } },
    });
    // Also after its last day, and once the moment is gone from the program.
    await addVersion(shop.id, 3, rules({ rewards: [FIVE, MUG] }), '2027-02-20T12:00:00Z');
    expect(await choose(shop, customerId, 1, { day: '2027-03-05' })).toEqual(first);
  });

  it('C144 of twenty at once, each of something, one comes through', async () => {
    const shop = await choiceShop();
    const { customerId } = await memberWhoChooses(shop);
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, index) => choose(shop, customerId, index % 3)),
    );
    const rows = await choiceRows(shop);
    const [, , chosen] = rows[0]!.split(' ');
    expect(rows).toHaveLength(1);
    expect(all.every((done, index) => done.ok === (String(index % 3) === chosen))).toBe(true);
    const { points, vouchers } = await books(shop, customerId);
    expect([points, vouchers.length]).toEqual(chosen === '0' ? [50, 0] : [0, 1]);
  });

  it('C144 a reward that was deleted meanwhile is given as it was offered', async () => {
    const shop = await choiceShop();
    const { customerId } = await memberWhoChooses(shop);
    await addVersion(shop.id, 3, rules(), '2027-02-04T12:00:00Z');
    expect(await choose(shop, customerId, 2)).toMatchObject({
      ok: true,
      waits: false,
      gift: { key: 'mug' },
    });
  });

  it('without a code it waits for one, and is theirs', async () => {
    const shop = await choiceShop({ codes: 0 });
    const { customerId } = await memberWhoChooses(shop);
    expect(await choose(shop, customerId, 1)).toMatchObject({ ok: true, waits: true });
    expect(await choiceRows(shop)).toEqual([`${CAUSE} waiting 1`]);
    expect(await choose(shop, customerId, 1)).toMatchObject({ ok: true, waits: true });
    await addReadyCodes(shop, { ...FIVE, lastsDays: 14 }, 1);
    expect(await serveWaitingGifts(shop.id, noonOf('2027-02-06'))).toBe(1);
    expect(await choose(shop, customerId, 1)).toMatchObject({ ok: true, waits: false });
  });
});

describe('S-08 what can’t be chosen', () => {
  it('C144 after the last day it is too late, before and after the sweep; on the day it isn’t', async () => {
    const shop = await choiceShop();
    const [late, last] = [await memberWhoChooses(shop), await memberWhoChooses(shop)];
    const tooLate = { ok: false, refusal: { reason: 'too-late', until: '2027-02-17' } };
    await lapseChoices(shop.id, noonOf('2027-02-17'));
    expect(await choose(shop, last.customerId, 0, { day: '2027-02-17' })).toMatchObject({ ok: true });
    expect(await choose(shop, late.customerId, 0, { day: '2027-02-18' })).toMatchObject(tooLate);
    expect(await lapseChoices(shop.id, noonOf('2027-02-18'))).toBe(1);
    expect(await lapseChoices(shop.id, noonOf('2027-02-18'))).toBe(0);
    expect(await choose(shop, late.customerId, 0, { day: '2027-02-18' })).toMatchObject(tooLate);
    expect(await choiceRows(shop)).toEqual([`${CAUSE} given 0`, `${CAUSE} lapsed`]);
  });

  it('what isn’t there, isn’t theirs, or isn’t offered', async () => {
    const shop = await choiceShop();
    const { customerId } = await memberWhoChooses(shop);
    const other = await memberWith(shop);
    const unknown = { ok: false, refusal: { reason: 'unknown' } };
    expect(await choose(shop, customerId, 0, { cause: 'third/6' })).toMatchObject(unknown);
    expect(await choose(shop, customerId, 3)).toMatchObject(unknown);
    expect(await choose(shop, other.customerId, 0)).toMatchObject(unknown);
    expect(await choose(shop, '987654321', 0)).toMatchObject(unknown);
    expect(await choiceRows(shop)).toEqual([`${CAUSE} open`]);
  });

  it('who is left out chooses nothing, and may once they are back', async () => {
    const shop = await choiceShop();
    const { id, customerId } = await memberWhoChooses(shop);
    await pool().query('update "Member" set blocked = true where id = $1', [id]);
    expect(await choose(shop, customerId, 0)).toMatchObject({ refusal: { reason: 'blocked' } });
    await pool().query('update "Member" set blocked = false where id = $1', [id]);
    expect(await choose(shop, customerId, 0)).toMatchObject({ ok: true });
  });

  it('who leaves or is erased has nothing to choose any more', async () => {
    const shop = await choiceShop();
    const [left, gone] = [await memberWhoChooses(shop), await memberWhoChooses(shop)];
    await leaveProgram(shop.id, left.customerId, 'a', noonOf('2027-02-04'));
    await redact(shop, gone.customerId);
    expect(await choiceRows(shop)).toEqual([`${CAUSE} withdrawn`, `${CAUSE} withdrawn`]);
    expect(await choose(shop, left.customerId, 0)).toMatchObject({ ok: false });
    expect(await choose(shop, gone.customerId, 0)).toMatchObject({ ok: false });
    expect((await books(shop, left.customerId)).points).toBe(0);
  });
});

describe('C87 two customers become one', () => {
  it('who was offered it twice chooses once', async () => {
    const shop = await choiceShop();
    const [kept, lost] = [await memberWhoChooses(shop), await memberWhoChooses(shop)];
    await merge(shop, kept.customerId, lost.customerId);
    expect(await choiceRows(shop)).toEqual([`${CAUSE} open`, `${CAUSE} withdrawn`]);
    expect(await choose(shop, lost.customerId, 0)).toMatchObject({ ok: true });
    expect(await choose(shop, kept.customerId, 1)).toMatchObject({ refusal: { reason: 'other-choice' } });
    expect((await books(shop, kept.customerId)).points).toBe(50);
    expect(await checkLedger(pool())).toBeUndefined();
  });

  it.each([
    ['the one who chose', true],
    ['the one who didn’t', false],
  ])('what one of them chose is chosen, when %s is kept', async (_who, choseKept) => {
    const shop = await choiceShop();
    const [one, two] = [await memberWhoChooses(shop), await memberWhoChooses(shop)];
    await choose(shop, one.customerId, 0);
    const [kept, lost] = choseKept ? [one, two] : [two, one];
    await merge(shop, kept.customerId, lost.customerId);
    expect(await choiceRows(shop)).toEqual([`${CAUSE} given 0`, `${CAUSE} withdrawn`]);
    expect(await choose(shop, kept.customerId, 0)).toMatchObject({ ok: true });
    expect(await choose(shop, kept.customerId, 2)).toMatchObject({ refusal: { reason: 'other-choice' } });
    expect(await books(shop, kept.customerId)).toMatchObject({ points: 50, vouchers: [] });
  });

  it('what only the loser was offered is the survivor’s to choose', async () => {
    const shop = await choiceShop();
    const [kept, lost] = [await memberWith(shop), await memberWhoChooses(shop)];
    await merge(shop, kept.customerId, lost.customerId);
    expect((await shownOf(shop, kept.customerId, '2027-02-05'))?.choices).toHaveLength(1);
    expect(await choose(shop, kept.customerId, 0)).toMatchObject({ ok: true });
    expect((await books(shop, kept.customerId)).points).toBe(50);
    expect(await checkLedger(pool())).toBeUndefined();
  });
});

it('a thing done by hand can be chosen, and moves nothing', async () => {
  const byHand = momentRule('nth-order', {
    key: 'third',
    offers: [
      { kind: 'points', points: 50 },
      { kind: 'task', task: 'packing', words: 'A jar of honey' },
    ],
  });
  const shop = await choiceShop({ moments: [byHand] });
  const { customerId } = await memberWhoChooses(shop);
  expect(await choose(shop, customerId, 1)).toMatchObject({ ok: true, gift: { kind: 'task' } });
  expect((await shownOf(shop, customerId, '2027-02-05'))?.presents).toBeUndefined();
  expect((await books(shop, customerId)).points).toBe(0);
});
