// Where functions can't run, a full card is given as a code: its stamps are taken and the code is the member's, in one
// transaction, or neither. Where no code is ready the card stays full, and whoever fills the pool comes back.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { cardReward } from '#app/core/discounts/card-reward.ts';
import type { StampCard } from '#app/core/program/card-rules.ts';
import { cardCause } from '#app/core/rewards/cause.ts';
import { rewardValueHash } from '#app/core/rewards/reward-value.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { MOST_HELD } from '#app/core/rewards/voucher.ts';
import type { VoucherExplanation } from '#app/core/rewards/voucher-explanation.ts';
import { sized, sizeNow } from '#app/core/stamps/card-life.ts';
import { runningCards } from '#app/core/stamps/running-cards.ts';
import { dayIn } from '#app/core/values/days.ts';
import { stampsOf } from '#app/core/values/units.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { writeLedger } from '#app/db/ledger/ledger.server.ts';
import type { LockedMember } from '#app/db/members/members.server.ts';
import { isOfValues } from '#app/db/orders/of-values.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram, type ShopProgram } from '#app/db/program/programs.server.ts';
import { heldByPerson, nextVoucherId, redeemVoucher } from '#app/db/rewards/vouchers.server.ts';
import {
  cardWays,
  countCardCodes,
  holdsCodesWay,
  membersWithFullCard,
} from '#app/db/stamps/card-ways.server.ts';
import { log } from '#app/log.server.ts';
import { changeMember } from '../members/change-member.ts';

const AT_ONCE = 100;

type Giving = {
  shopId: number;
  card: StampCard;
  reward: Reward;
  programVersion: number;
  today: string;
  at: Date;
};

/** Safe to run twice and in parallel, and to be cut off anywhere. Shops whose cards are given in the cart cost one look. */
export async function giveFullCards(shopId: number, at = now()): Promise<void> {
  const { lacking } = await giveWhatIsReady(shopId, at);
  if (lacking) await ringFillCodes(shopId);
}

/** By whoever has just filled the pool. Where nothing could be given, Shopify makes no codes: then the minute's bell is soon enough. */
export async function giveFromFilledPool(shopId: number, at = now()): Promise<void> {
  const { given, lacking } = await giveWhatIsReady(shopId, at);
  if (lacking && given > 0) await ringFillCodes(shopId);
}

const ringFillCodes = (shopId: number): Promise<void> =>
  withTransaction((client) => enqueue(client, 'fill_codes', { shopId }));

/** `lacking`: somebody's card is full, and no code was ready. */
type Given = { given: number; lacking: boolean };

async function giveWhatIsReady(shopId: number, at: Date): Promise<Given> {
  const all: Given = { given: 0, lacking: false };
  const ways = await cardWays(pool(), shopId);
  if (!ways.some(({ way }) => way === 'codes')) return all;
  const program = await shopProgram(pool(), shopId);
  if (!program) return all;
  const isGiven = ({ key }: StampCard) => ways.some(({ cardKey, way }) => cardKey === key && way === 'codes');
  for (const giving of givingsOf(shopId, program, at).filter(({ card }) => isGiven(card))) {
    add(all, await giveToAll(giving));
  }
  return all;
}

function add(all: Given, { given, lacking }: Given): void {
  all.given += given;
  all.lacking ||= lacking;
}

function givingsOf(shopId: number, program: ShopProgram, at: Date): Giving[] {
  const today = dayIn(program.timeZone, at);
  const { number: programVersion, rules } = publishedVersion(program);
  return runningCards(rules.cards, today).flatMap((card): Giving[] => {
    const reward = cardReward(card, program.currency);
    return reward ? [{ shopId, card, reward, programVersion, today, at }] : [];
  });
}

async function giveToAll(giving: Giving): Promise<Given> {
  const { shopId, card } = giving;
  const all: Given = { given: 0, lacking: false };
  for (let after = '0'; ;) {
    const ids = await membersWithFullCard(pool(), shopId, card.key, { after, limit: AT_ONCE });
    for (const memberId of ids) {
      add(all, await giveApart(giving, memberId));
      if (all.lacking) return all;
    }
    after = ids.at(-1) ?? after;
    if (ids.length < AT_ONCE) return all;
  }
}

/** One that can't be given is told of, tried again with the next run, and holds up no other. */
async function giveApart(giving: Giving, memberId: string): Promise<Given> {
  try {
    return await giveTo(giving, memberId);
  } catch (err) {
    if (!isOfValues(err)) throw err;
    log.error(
      { err, shopId: giving.shopId, memberId, card: giving.card.key },
      'a full card could not be given',
    );
    return { given: 0, lacking: false };
  }
}

/** As many cards as the member has full. */
async function giveTo(giving: Giving, memberId: string): Promise<Given> {
  const { shopId, card, at } = giving;
  return changeMember(shopId, { memberId }, at, async (client, of): Promise<Given> => {
    const member = of?.member;
    const isOut = !member || member.blocked || !(await holdsCodesWay(client, shopId, card.key));
    if (isOut) return { given: 0, lacking: false };
    const room = MOST_HELD - (await heldByPerson(client, shopId, member.id));
    let given = 0;
    for (; given < room && isFull(member, card); given += 1) {
      if (!(await giveOne(client, giving, member))) return { given, lacking: true };
    }
    return { given, lacking: false };
  });
}

function sizeOf(member: LockedMember, card: StampCard): number {
  const held = member.cards.get(card.key);
  return sizeNow(held && sized(held), card.size);
}

const isFull = (member: LockedMember, card: StampCard): boolean =>
  (member.cards.get(card.key)?.stamps ?? 0) >= sizeOf(member, card);

async function giveOne(client: PoolClient, giving: Giving, member: LockedMember): Promise<boolean> {
  const { shopId, card, programVersion, today, at } = giving;
  const price = sizeOf(member, card);
  const reward = { ...giving.reward, cost: price };
  const count = await countCardCodes(client, shopId, member.id, card.key);
  const [id, unit] = [await nextVoucherId(client), stampsOf(card.key)];
  const voucher = { id, memberId: member.id, cause: cardCause(card.key, count + 1), reward, unit, price };
  const value = `reward/${reward.key}/${rewardValueHash(reward)}/`;
  const terms = { faceMinor: null, validFrom: today, validUntil: null, heldAt: at, heldOn: today };
  const given = await redeemVoucher(client, shopId, { ...voucher, ...terms, programVersion, value }, '');
  if (!given) return false;
  const { title } = reward;
  const explanation: VoucherExplanation = { v: 1, title, why: 'redeemed', price, used: price, orders: [] };
  const source = { kind: 'redeem', sourceKey: `voucher/${id}/1`, orderId: null } as const;
  const what = { unit, cardSize: price, amount: -price, programVersion, explanation } as const;
  const posting = { member, ...source, ...what, voucherId: id, voucherIsNew: true, occurredAt: at } as const;
  await writeLedger(client, shopId, { postings: [posting], pending: [], rings: 'sync_members' }, at);
  return true;
}
