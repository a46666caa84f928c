// A member's account at the program is emptied: balances go by entries of their own, rewards end, and what was known is forgotten.
import type { PoolClient } from 'pg';
import { POINTS, stampsOf, type Unit } from '#app/core/values/units.ts';
import { forgetHistory } from '#app/db/history/people-history.server.ts';
import { closeWhatIsTheirs, idsOfPerson, setLeft } from '#app/db/leaving/departures.server.ts';
import { writeLedger, type PendingChange, type Posting } from '#app/db/ledger/ledger.server.ts';
import type { LockedMember } from '#app/db/members/members.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { forgetLifeDates } from '#app/db/life-dates/life-dates.server.ts';
import { forgetBirthdays } from '#app/db/moments/birthdays.server.ts';
import { forgetInCount } from '#app/db/past-orders/past-orders.server.ts';
import { withdrawWaitingGifts } from '#app/db/rewards/gifts.server.ts';
import { heldVouchersOf } from '#app/db/rewards/vouchers.server.ts';
import { endTasks } from '#app/db/tasks/people-tasks.server.ts';
import { startRelease } from '../rewards/start-release.ts';

/** The member must be locked, with its cards. Safe to repeat. */
export async function closeAccount(
  client: PoolClient,
  shopId: number,
  member: LockedMember,
  at: Date,
): Promise<void> {
  const memberIds = await idsOfPerson(client, shopId, member.id);
  await writeLedger(client, shopId, { postings: emptying(member, at), pending: withoutPending(member) }, at);
  await closeWhatIsTheirs(client, shopId, memberIds);
  await withdrawWaitingGifts(client, shopId, memberIds);
  const ids = await heldVouchersOf(client, shopId, memberIds);
  await startRelease(client, shopId, { ids, survivors: [member.id] }, { why: 'left' });
  const person = { shopId, customerId: null, memberIds, orderIds: [], at };
  await forgetBirthdays(client, person);
  await forgetLifeDates(client, person);
  await forgetHistory(client, person);
  await endTasks(client, person);
  await setLeft(client, shopId, member.id, at);
  await forgetInCount(client, shopId);
  await enqueue(client, 'sync_members', { shopId });
}

/** What is owed goes, too: whoever comes back begins at nothing. */
function emptying(member: LockedMember, at: Date): Posting[] {
  const common = {
    member,
    orderId: null,
    programVersion: null,
    explanation: { v: 1 },
    occurredAt: at,
  } as const;
  return unitsOf(member).flatMap(({ unit, cardSize, balance }): Posting[] => {
    if (balance === 0) return [];
    const sourceKey = `left/${at.toISOString()}/${member.seq}`;
    return [{ ...common, unit, cardSize, kind: 'left', sourceKey, amount: -balance }];
  });
}

function withoutPending(member: LockedMember): PendingChange[] {
  return unitsOf(member).flatMap(({ unit, cardSize, coming }): PendingChange[] =>
    coming === 0 ? [] : [{ member, unit, cardSize, delta: -coming }],
  );
}

type Held = { unit: Unit; cardSize: number | null; balance: number; coming: number };

function unitsOf({ points, pendingPoints, cards }: LockedMember): Held[] {
  const ofCards = [...cards].map(([key, { stamps, coming, size }]): Held => {
    return { unit: stampsOf(key), cardSize: size, balance: stamps, coming };
  });
  return [{ unit: POINTS, cardSize: null, balance: points, coming: pendingPoints }, ...ofCards];
}
