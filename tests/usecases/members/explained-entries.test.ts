// Whatever the ledger writes, the member's page can say, and so can the shopper's own history: entries of every kind, as the use
// cases make them.
import type { PoolClient } from 'pg';
import { expect, it } from 'vitest';
import { ENTRY_KINDS } from '#app/core/ledger/entry-kind.ts';
import type { Moment } from '#app/core/moments/moment-rules.ts';
import { textsOf } from '#app/locales/texts.ts';
import { writeLedger } from '#app/db/ledger/ledger.server.ts';
import { memberEntries } from '#app/db/members/member-page.server.ts';
import { lockMembers } from '#app/db/members/members.server.ts';
import { movedKey } from '#app/db/moving-in/moved-entries.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { sayEvent } from '#app/proxy/say-event.ts';
import { explainEntry } from '#app/ui/ledger/explain-entry.ts';
import type { MemberData } from '#app/ui/members/member/member-data.ts';
import { leaveProgram } from '#app/usecases/leaving/leave-program.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { readHistory } from '#app/usecases/members/read-history.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { nameCards } from '#tests/support/card-titles.ts';
import { at, card, line, order, rules } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { memberWith, occasionShop } from '#tests/support/occasions.ts';
import { merge } from '#tests/support/people.ts';
import { tellAndApply } from '#tests/support/shops.ts';
import { holdVoucher, later, orderWith } from '#tests/support/vouchers.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const published = rules({ cards: [card()] });
const data = { names: published.names, currency: 'EUR', cards: [] } as unknown as MemberData;
const birthday: Moment = {
  kind: 'birthday',
  offer: { kind: 'points', points: 50 },
  daysBefore: 0,
  daysAfter: 7,
  waitDays: 0,
  who: 'all',
  asksYear: false,
};

function coffees(quantity: number, free: number, kept = quantity) {
  const off = [300 * free, 300 * free] as const;
  const given = free > 0 ? [{ application: 0, amount: off }] : [];
  return [line({ lineId: '11', priceMinor: 300, quantity, currentQuantity: kept, discounts: given })];
}

/** As a file that is applied writes it. */
async function moveIn(client: PoolClient, shopId: number, memberId: string): Promise<void> {
  const [member] = await lockMembers(client, shopId, { customerIds: [], memberIds: [memberId] }, new Date());
  const what = { unit: 'points', cardSize: null, amount: 7, explanation: { v: 1 } } as const;
  const source = { kind: 'import', sourceKey: movedKey('1'), orderId: null, programVersion: null } as const;
  const posting = { member: member!, ...what, ...source, occurredAt: new Date() };
  await writeLedger(client, shopId, { postings: [posting], pending: [] }, new Date());
}

it('every entry of orders, free units, hands, merges, gifts, moments, rewards, files and leaving explains itself', async () => {
  const shop = await occasionShop([birthday], {
    rules: { cards: [card()], moments: [momentRule('joined')] },
  });
  await nameCards(shop);
  const born = await memberWith(shop, { month: 1, day: 2, joined: '2027-01-02' });
  await sweepMoments(shop.id, new Date('2027-01-02T12:00:00Z'));
  const discounts = [{ type: 'automatic', title: 'Coffee card' } as const];
  const processedAt = '2027-01-03T10:00:00Z';
  const six = order({ customerId: born.customerId, processedAt, lines: coffees(6, 1), discounts });
  const changed = { ...six, updatedAt: '2027-01-04T10:00:00Z' };
  const other = order({ customerId: '2', processedAt, lines: coffees(1, 0) });
  await tellAndApply(shop, six, { ...changed, lines: coffees(6, 1, 3) }, other, {
    ...other,
    updatedAt: '2027-01-04T10:00:00Z',
    customerId: born.customerId,
  });
  await tellAndApply(shop, order({ customerId: born.customerId, processedAt: at('09:00') }));
  const wanted = { unit: 'points', amount: 5, reason: 'Sorry', belowZero: false, madeBy: '42' };
  await adjustMember(shop.id, born.id, { ...wanted, requestKey: 'request-1' });
  await tellAndApply(shop, order({ customerId: '3', processedAt, lines: coffees(2, 0) }));
  await merge(shop, born.customerId, '3');
  const voucher = await holdVoucher(shop, { price: 5, customerId: born.customerId });
  const used = orderWith(voucher, [500], { customerId: born.customerId, processedAt });
  await tellAndApply(shop, used, later(used, [0]));
  await withTransaction((client) => moveIn(client, shop.id, born.id));
  await leaveProgram(shop.id, born.customerId, 'request-2');
  const { entries } = await memberEntries(pool(), shop.id, born.id, null);
  expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(ENTRY_KINDS));
  for (const entry of entries) {
    const { occurredAt, recordedAt } = entry;
    const shown = { ...entry, occurredAt: occurredAt.toISOString(), recordedAt: recordedAt.toISOString() };
    const { summary, reasons } = explainEntry(shown, data, 'en');
    expect(summary).not.toContain('newer version');
    expect(reasons).not.toHaveLength(0);
  }
  const { events: all, next, ...context } = await readHistory(shop.id, born.customerId, null);
  const events = all.filter((event) => 'entries' in event);
  const told = events.flatMap((event) => event.entries.map(({ kind }) => kind));
  expect([next, new Set(told)]).toEqual([null, new Set(ENTRY_KINDS)]);
  for (const language of ['en', 'fr'] as const) {
    const { other } = textsOf(language).history;
    const said = events.map((event) => sayEvent(event, { ...context, language }));
    expect(said.filter(({ what, day }) => what === other || what === '' || day === '')).toEqual([]);
  }
});
