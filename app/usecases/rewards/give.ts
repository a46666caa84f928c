// Gives what a cause brings, whatever the cause and whatever it is. The gift is written first, and once for the person: whoever
// comes second gives nothing. Then the points, or the code; where none is ready the gift waits for it.
import type { PoolClient } from 'pg';
import { isPoints, type PointsGift } from '#app/core/rewards/gift.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { POINTS } from '#app/core/values/units.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { writeLedger, type Posting } from '#app/db/ledger/ledger.server.ts';
import { touchMembers, type LockedMember } from '#app/db/members/members.server.ts';
import {
  beginGifts,
  setGiftState,
  type GivenBy,
  type NewGift,
  type OfMoment,
} from '#app/db/rewards/gifts.server.ts';
import { handOutCode } from './hand-out-code.ts';

type Because = {
  /** Merged into nobody. */
  member: LockedMember;
  cause: string;
  programVersion: number;
  /** When it counts as given. */
  givenAt: Date;
  /** Where somebody asked for it: who, and what for. */
  asked?: { by: GivenBy; hash: string } | undefined;
  /** Where a moment of the list gives it. */
  of?: OfMoment;
};
type OfPoints = Because & { gives: PointsGift; /** Why, for the entry. */ explanation: unknown };
type OfReward = Because & { gives: Reward };
export type Giving = OfPoints | OfReward;

/** What was given before is in neither. */
export type Given = { given: Giving[]; waiting: Giving[] };

/** `today` is the shop's. */
type Now = { today: string; at: Date };

/** In the caller's transaction; the members must be locked. Safe to repeat, and beside processes of the release before. */
export async function give(
  client: PoolClient,
  shopId: number,
  givings: readonly Giving[],
  now: Now,
): Promise<Given> {
  if (givings.length === 0) return { given: [], waiting: [] };
  const nameOf = (memberId: string, cause: string) => `${memberId}/${cause}`;
  const begun = await beginGifts(client, shopId, givings.map(giftOf));
  const names = new Set(begun.map(({ memberId, cause }) => nameOf(memberId, cause)));
  const isNew = ({ member, cause }: Giving) => names.has(nameOf(member.id, cause));
  return giveBegun(client, shopId, givings.filter(isNew), now);
}

/** What these gifts, whose rows are there, bring. The members must be locked. */
export async function giveBegun(
  client: PoolClient,
  shopId: number,
  givings: readonly Giving[],
  now: Now,
): Promise<Given> {
  const points = givings.filter(isOfPoints);
  await writeLedger(client, shopId, { postings: points.map(postingOf), pending: [] }, now.at);
  const { given, waiting } = await giveRewards(client, shopId, givings.filter(isOfReward), now);
  if (givings.length > 0) await enqueue(client, 'sync_members', { shopId });
  return { given: [...points, ...given], waiting };
}

const isOfPoints = (giving: Giving): giving is OfPoints => isPoints(giving.gives);
const isOfReward = (giving: Giving): giving is OfReward => !isPoints(giving.gives);

function giftOf({ member, cause, programVersion, givenAt, gives, asked, of }: Giving): NewGift {
  const request = { requestHash: asked?.hash ?? '', by: asked?.by ?? null };
  return { memberId: member.id, cause, gives, programVersion, givenAt, of, ...request };
}

/** Birthday and anniversary keep the kind of when they alone gave points: entries are never changed. */
function postingOf({ member, cause, gives, programVersion, givenAt, explanation, of }: OfPoints): Posting {
  const source = { kind: of ? 'gift' : 'occasion', sourceKey: cause, orderId: null } as const;
  const what = { unit: POINTS, cardSize: null, amount: gives.points, programVersion, explanation } as const;
  return { member, ...source, ...what, occurredAt: givenAt };
}

async function giveRewards(
  client: PoolClient,
  shopId: number,
  givings: readonly OfReward[],
  now: Now,
): Promise<Given> {
  const waiting: Giving[] = [];
  for (const giving of givings) {
    const { member, cause, gives: reward, programVersion } = giving;
    const wanted = { memberId: member.id, cause, reward, programVersion, ...now };
    if (await handOutCode(client, shopId, wanted)) continue;
    waiting.push(giving);
    await setGiftState(client, shopId, wanted, 'waiting');
  }
  // Whoever fills the pool serves those who wait. A value that is published no more has its discount made anew first.
  for (const job of waiting.length > 0 ? (['fill_codes', 'sync_discounts'] as const) : []) {
    await enqueue(client, job, { shopId });
  }
  const memberIds = givings.map(({ member }) => member.id);
  if (memberIds.length > 0) await touchMembers(client, shopId, memberIds);
  return { given: givings.filter((each) => !waiting.includes(each)), waiting };
}
